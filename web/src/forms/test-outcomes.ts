import { create } from 'zustand';
import { api, unwrap } from '../api/client.ts';

export interface TestOutcome {
  ok: boolean;
  message: string;
  /** When, as ISO text. */
  at: string;
}

/** What tests of credentials said since the app was opened. The server keeps no results: they would be old by the next look. */
export const useTestOutcomes = create<{ outcomes: Readonly<Record<string, TestOutcome>> }>(() => ({ outcomes: {} }));

/** Tries a credential out, and remembers what came of it. */
export async function testCredential(id: string): Promise<TestOutcome> {
  const { ok, message } = await unwrap(api.POST('/api/v1/credentials/{id}/test', { params: { path: { id } } }));
  const outcome = { ok, message, at: new Date().toISOString() };
  useTestOutcomes.setState(({ outcomes }) => ({ outcomes: { ...outcomes, [id]: outcome } }));
  return outcome;
}
