/** Help, in Markdown. */
export const docs = `Puts the items in order.

By fields: the second field counts where the first is the same. By code: compare \`a\` and \`b\`, \`return a.json.total - b.json.total;\`.

**Watch out:** numbers in text are put in the order of text: \`"10"\` before \`"9"\`. Make them numbers first (**Edit fields**).`;
