/** Help, in Markdown. */
export const docs = `Sets fields of each item, and says what becomes of the others.

Set \`total\` (Number) to \`={{ $json.price * $json.count }}\` and keep all other fields: the item has one field more. *Drop* the others to give just what the next node needs.

A name with dots, \`address.city\`, reaches into objects.

**Watch out:** the type counts. A *Number* that can't be read as one stops the run, so that nothing wrong goes on; the setting *When a value is not of its type* changes that.`;
