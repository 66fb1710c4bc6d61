/** Help, in Markdown. */
export const docs = `Calls a URL once for each item, and gives what it answers.

\`POST https://shop.example/orders\` with a JSON body \`={{ $json }}\`. A list in the answer becomes an item for each of its entries. Keys and passwords belong into a credential, which signs the call and goes to its allowed hosts alone.

**Watch out:**
- A status of 400 and above fails the node. *Never fail on a status* gives it as data instead.
- GET, HEAD and OPTIONS are tried again after a crash; whether another call went out is asked of a person.
- A redirect to another host is followed without the credential; a next page there is refused.
- Addresses inside your network are refused unless whoever runs the server allows them.
- Many items are many calls: batches and pauses are in the options.`;
