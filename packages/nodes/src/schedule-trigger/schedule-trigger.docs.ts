/** Help, in Markdown. */
export const docs = `Starts the workflow at set times, once it is published.

Several rules can stand side by side. Cron for what they can't say: \`30 8 * * 1-5\` is half past eight, Monday to Friday.

**Watch out:**
- Times are meant in the zone of the workflow (its settings), and follow its clock changes.
- *Every 3 days* is 3 days from one time to the next, through the end of a month. The first is the next that the rule allows.
- Times that passed while the server was down are made up for by **one** run, or left out: your choice.
- A run doesn't wait for the one before to end.`;
