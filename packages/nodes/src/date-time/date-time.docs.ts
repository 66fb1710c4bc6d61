/** Help, in Markdown. */
export const docs = `Works with dates of the items, and puts the result into a field.

\`2026-11-24\` plus 2 weeks is \`2026-12-08\`; formatted with \`dd.MM.yyyy\` it reads \`08.12.2026\`.

The same in an expression: \`={{ $json.date.toDateTime().plus({ weeks: 2 }).toFormat('dd.MM.yyyy') }}\`.

**Watch out:** a date without a zone is read in the zone of the workflow (its settings), not of the server; one that was imported from n8n reads it in UTC, as it did there. *Format a date* leaves a date in its own zone, unless an option names another; all else is in the workflow's. \`MM\` is the month and \`mm\` the minute. A text such as \`03/04/2026\` can mean two days: say how it is written in the options.`;
