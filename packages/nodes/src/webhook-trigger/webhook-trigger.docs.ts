/** Help, in Markdown. */
export const docs = `Starts the workflow when its address is called. The item has \`body\`, \`query\`, \`headers\` and \`params\`.

While you build, *Listen* arms the test address for one call. Once published the production address works.

\`orders/:id\` takes any value in that place: \`={{ $json.params.id }}\`.

The body is read by its content type, unpacked (gzip, deflate, br) and in its charset: JSON (\`+json\` too), forms, plain text, and XML, which has tags in lower case, attributes under \`$\` and text beside them under \`_\`. Anything else is a file.

**Watch out:**
- Answered *At once*, a caller never learns how the run ended; *When the workflow has run* makes them wait for it.
- Without a choice under *Who may call*, whoever knows the address can start it. What lets a caller in is not in the item.
- With several methods each has an output of its own.`;
