/** Help, in Markdown. */
export const docs = `Compares the items of input A with those of input B, matched by the fields that you name, and sorts them onto four outputs: only in A, the same, different, only in B.

To keep a table in step with a source: A is the source, B the table, matched by \`id\`. *Only in A* is to be added, *Different* to be updated, *Only in B* to be removed.

**Watch out:** both inputs have to have run before it can tell. Several items that match are all compared, or the first alone: *When several match* says which.`;
