/** Help, in Markdown. */
export const docs = `Makes **one** item out of all that come in.

- **Fields** takes the value of each named field from every item, and puts them into a list.
- **Whole items** puts the items themselves into a list, in the field you name.

Three items with \`email\` become one: \`{ "email": ["a@x.org", "b@x.org", "c@x.org"] }\`. Use it before a node that should run once and not once for each item, such as a mail with all rows in it. **Split out** is the way back.

**Watch out:** items without the field are skipped, so two lists can differ in length. Turn on *Keep missing and empty values* to have \`null\` there.`;
