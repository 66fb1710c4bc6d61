/** Help, in Markdown. */
export const docs = `Hands on a few items at a time by **loop**, waits until they come back, and hands on the next. When all have been through, they leave together by **done**.

Join the last node of the loop to the input of this one. Typical: ten items, a call, a **Wait** of a second, back.

**Watch out:** most nodes work on every item by themselves, and need no loop. Take one where the pace matters, or where a round needs what the round before gave. What comes in over the loop counts as the result of the batch; *Start over* takes it as new items.`;
