/** Help, in Markdown. */
export const docs = `Pauses the run, from seconds to months, and costs nothing meanwhile: it survives restarts.

- **After a while**, **at a moment** (\`={{ $json.dueDate }}\`), or
- **when a call comes in**: \`={{ $execution.resumeUrl }}\` is the address. Send it to somebody, as a link to approve, in a node before this one.

**Watch out:** a moment that has passed goes on at once. An address that is called twice goes on once. Give *Wait at most* to what a person might forget.`;
