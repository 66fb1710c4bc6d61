/** Help, in Markdown. */
export const docs = `Sends each item to the output of the first rule that it meets.

Rules *new*, *paid*, *sent*, each with a name: the names stand at the outputs. What meets none is dropped, unless you give it an output of its own (*Items that meet no rule*).

**Watch out:** the order counts, the first rule wins. *To every output that fits* sends an item more than one way. For two ways an **If** is simpler.`;
