export const curl = {
  open: 'Import cURL',
  title: 'Import a cURL command',
  command: 'Command',
  hint: 'As a browser’s developer tools or the documentation of an API give it: for bash, cmd or PowerShell.',
  take: 'Import',
  taken: 'The request is as the command has it.',
  keep: 'Keep the secret in a credential',
  keepText: (source: string, host: string) =>
    host === ''
      ? `What ${source} holds is kept encrypted, and stays out of the workflow.`
      : `What ${source} holds is kept encrypted, goes to ${host} alone, and stays out of the workflow.`,
  plainText: 'The secret is written into the workflow, where everybody who may read it sees it.',
  credentialName: 'Name of the credential',
  faults: {
    notCurl: (_what: string) => 'This is not a curl command: it begins with “curl”.',
    quote: (what: string) => `A quote is not closed: ${what}`,
    noAddress: (_what: string) => 'The command has no address.',
    file: (what: string) =>
      `The command reads the file “${what}”, which is on your computer. Put its content in place of it, or send a file of the item.`,
    config: (_what: string) => 'The command reads its options from a file on your computer. Write them out.',
    method: (what: string) => `The method ${what} can’t be sent.`,
  },
  notes: {
    variable: (what: string) => `${what} is filled in by your shell. Put its value, or an expression, in its place.`,
    moreCommands: (_what: string) => 'What follows the command is left out.',
    moreAddresses: (what: string) => `Only the first address is taken; left out: ${what}`,
    ignored: (what: string) => `${what} is left out.`,
    certificate: (what: string) => `${what} is left out: add a client certificate as a credential.`,
    file: (what: string) => `“${what}” is on your computer: the file in the field “data” of the item is sent instead.`,
  },
};
