/** Help, in Markdown. */
export const docs = `Starts this workflow when another runs it by **Execute sub-workflow**.

Name the inputs that it takes: the caller's editor shows them as fields, and what isn't named is left out. What the last node gives goes back to the caller.

**Watch out:** callers get the version that is live, so publish after a change. Who may call is in the workflow's settings.`;
