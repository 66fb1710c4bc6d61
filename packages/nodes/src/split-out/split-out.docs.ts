/** Help, in Markdown. */
export const docs = `Makes an item for each entry of a list that an item holds.

An order \`{ "id": 7, "lines": [{ "sku": "a" }, { "sku": "b" }] }\` split by \`lines\` gives two items. Keep \`id\` with *Other fields to keep* to know whose lines they are. **Aggregate** is the way back.

**Watch out:** without other fields an entry that is an object becomes the item itself; else it is put in a field with the list's name. An empty list gives no item at all.`;
