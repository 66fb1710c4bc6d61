/** Help, in Markdown. */
export const docs = `Pauses the run, from seconds to months, and costs nothing meanwhile: it survives restarts.

- **After a while**, **at a moment** (\`={{ $json.dueDate }}\`), or
- **when a call comes in**: \`={{ $execution.resumeUrl }}\` is the address. Send it to somebody, as a link to approve, in a node before this one. Who opens the link is asked by a page first, so that no preview or mail scanner approves anything; programs are not.

**Watch out:** a moment that has passed goes on at once. An address is for the next wait for a call of this run, and good once: read it anew for each wait. Give *Wait at most* to what a person might forget.`;
