/** Help, in Markdown. */
export const docs = `Lets through so many items, from the beginning or the end of the list.

Good while you build: after a node that gives thousands, *first 5* keeps the rest of the workflow quick. **Sort** before it gives the largest, newest or cheapest.

**Watch out:** the others are gone for the nodes behind it. Remove it, or disable it, before you publish.`;
