/** Help, in Markdown. */
export const docs = `Starts the workflow when somebody presses Run, with one empty item, or with what is pinned here.

**Watch out:** it never starts anything by itself. To publish a workflow give it another trigger as well: a webhook, a schedule. Both can lead to the same node.`;
