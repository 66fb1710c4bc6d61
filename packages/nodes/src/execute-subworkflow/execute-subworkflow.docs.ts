/** Help, in Markdown. */
export const docs = `Hands its items to another workflow, and goes on with what the last node of that gives.

The other one starts with **When called by a workflow**, which can say what inputs it takes. Use it for what several workflows share, and to keep a large one readable.

**Watch out:** it runs the version that is live, not the draft. With *For each item* the runs come one after the other. Without *Wait for it to end* you get the items that went in, and never learn how it ended.`;
