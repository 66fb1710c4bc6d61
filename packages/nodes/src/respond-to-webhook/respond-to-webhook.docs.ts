/** Help, in Markdown. */
export const docs = `Answers the call that started the workflow, and goes on.

Set the **Webhook** to answer *By a node*. Status code, headers and body are yours:

\`\`\`json
{ "ok": true, "order": "{{ $json.id }}" }
\`\`\`

**Watch out:** addresses to go to may have any characters; other headers have none beyond Latin-1. Only the first answer counts. The caller waits until a run reaches this node. A slow workflow should answer first, and work after that.`;
