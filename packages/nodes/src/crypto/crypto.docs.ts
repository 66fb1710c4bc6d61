/** Help, in Markdown. */
export const docs = `Hashes, signs, and makes random values.

To check that a webhook is genuine: *Hash with a secret*, value \`={{ $json.body }}\`, and compare the result with the header that came along in an **If**. 

**Watch out:** a hash is not encryption, and can't be undone. Don't keep passwords by MD5 or SHA alone. Keep the secret in a credential and not in the node, so that it is not part of the workflow.`;
