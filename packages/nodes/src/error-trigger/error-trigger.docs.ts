/** Help, in Markdown. */
export const docs = `Starts this workflow when a run of another one fails that names it as its **error workflow** (in that workflow's settings).

The item tells what failed: \`workflow.name\`, \`execution.error.message\`, \`execution.lastNodeExecuted\`, and an address of the execution. Send it on to where you will see it.

**Watch out:** runs that somebody starts by hand in the editor don't call it. A failure of the error workflow itself calls nothing.`;
