/** Help, in Markdown. */
export const docs = `Brings branches together.

- **Append**: all items, input after input.
- **Combine by matching fields**: orders with their customers, where \`customerId\` is \`id\`; what becomes of those without a match is up to you.
- **Combine by position**: the first with the first, and so on.
- **Choose an input**: waits for all, and gives the items of one.

**Watch out:** when both items have a field of the same name, the setting *When both have a field* says which one stays. *All possible combinations* of 1,000 and 1,000 items are a million.`;
