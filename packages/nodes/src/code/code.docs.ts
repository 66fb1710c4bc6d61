/** Help, in Markdown. */
export const docs = `Runs your JavaScript, apart from the server: it has no network, no files, and a limit on time and memory.

**Once for all items**: return a list of items.

\`\`\`js
return $input.all().filter((item) => item.json.total > 100);
\`\`\`

**Once for each item**: return one object, which becomes the item.

\`\`\`js
return { ...$json, total: $json.price * $json.count };
\`\`\`

Plain objects are taken as the \`json\` of an item.

**Watch out:** calls to services belong into an **HTTP request** node. Many a script can be done without: **Edit fields**, **Filter**, **Sort** and **Summarize** show what they do on the canvas.`;
