/** Help, in Markdown. */
export const docs = `Stands where an imported workflow has a node that isn't available here. It keeps all of its settings, and stops a run that reaches it with a message that says what is missing.

**To do:** replace it. Most services can be reached by an **HTTP request** with the right credential. Disabled, it passes items on.`;
