export const webhooks = {
  copyCurl: 'Copy as curl',
  listens: 'Listening',
  listensLong: 'listens for a test call',
  refused: 'Calls that were not taken',
  answered: (status: number) => `answered ${status}`,
  missed: 'No call was taken within two minutes.',
  several: 'Several',
};
