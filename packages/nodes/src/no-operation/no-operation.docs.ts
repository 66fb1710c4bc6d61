/** Help, in Markdown. */
export const docs = `Passes its items on as they are. Use it to join branches in one place, to give the end of a branch a name, or to hold a place while you build.

**Watch out:** it runs once for each branch that reaches it. To wait for all of them take **Merge**.`;
