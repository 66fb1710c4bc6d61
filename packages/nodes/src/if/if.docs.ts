/** Help, in Markdown. */
export const docs = `Sends each item one way or the other: those that meet the conditions leave by **true**, the rest by **false**.

\`={{ $json.status }}\` *is equal to* \`paid\`.

Both branches can run in one execution, with some of the items each. A branch without items doesn't run.

**Watch out:** it decides for each item, not for all together. To ask whether any item came at all, count them first (**Summarize**), or read \`={{ $input.all().length }}\` and set *Execute once*.`;
