import type { Texts } from '../texts.ts';

export const webhooks: Texts['webhooks'] = {
  copyCurl: 'Als curl kopieren',
  listens: 'Wartet',
  listensLong: 'wartet auf einen Testaufruf',
  refused: 'Aufrufe, die nicht angenommen wurden',
  answered: (status) => `beantwortet mit ${status}`,
  missed: 'In zwei Minuten wurde kein Aufruf angenommen.',
  several: 'Mehrere',
};
