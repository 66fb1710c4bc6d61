/** Help, in Markdown. */
export const docs = `Gives fields other names, and leaves their values alone.

\`customer.name\` to \`customerName\` lifts a field out of its object. A pattern works on every name: \`^old_\` replaced by \`new_\`.

**Watch out:** a field that has the new name already is overwritten. A field that isn't there is skipped without an error.`;
