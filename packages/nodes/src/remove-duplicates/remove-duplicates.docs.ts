/** Help, in Markdown. */
export const docs = `Leaves out what is there twice, in this input or over all runs.

*That earlier executions have seen* turns a list that is fetched again and again into news: give it what tells items apart, \`={{ $json.id }}\`, and only new ones leave by **kept**.

**Watch out:** *Forget what earlier executions have seen* starts afresh. Only so many values are remembered (an option); the oldest go first.`;
