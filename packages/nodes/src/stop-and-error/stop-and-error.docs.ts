/** Help, in Markdown. */
export const docs = `Ends the run as failed, with your message. The **error workflow** hears of it.

Put it behind an **If** that finds what must not be: *The order has no address*. Whoever looks at the execution reads just that.

**Watch out:** it ends the whole run, other branches too. What has been sent stays sent. It isn't tried again by itself.`;
