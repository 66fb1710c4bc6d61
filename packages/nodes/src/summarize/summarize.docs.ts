/** Help, in Markdown. */
export const docs = `Counts, adds up and averages, over all items or in groups, as a pivot table does.

*Sum* of \`total\`, grouped by \`country\`, gives an item for each country: \`{ "country": "NO", "sum_total": 1290 }\`.

**Watch out:** values that are no numbers are left out of sums and averages. Items without the field to group by make a group of their own, unless left out by the option.`;
