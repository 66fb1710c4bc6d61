/** Help, in Markdown. */
export const docs = `Lets through the items that meet the conditions. The others end here.

\`={{ $json.total }}\` *is greater than* \`100\` keeps the large orders.

**Watch out:** values are compared as the type that you choose. \`"9"\` as text is after \`"10"\`. A field that is missing is an error in strict comparison, while loose comparison converts what it can. To go on with the others too, take **If**.`;
