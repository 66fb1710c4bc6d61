import { hold, newId } from '../../api/plain-http.ts';
import { type KeptWork, keptKeys, keptWork } from './kept-work.ts';

/** The work on a workflow that the server does not know yet: what it is kept under, and what was left of it. */
export interface NewWork {
  key: string;
  kept?: KeptWork;
  /** Gives it up, so that another tab, or the next visit, can take up what is kept. */
  release(): void;
}

/**
 * Takes up what somebody left unsaved before its first save, the newest first; begins anew when there is nothing. What
 * another tab is at work on is left to it: it holds a lock for as long as it is open.
 * @param owner whose work it may be: one browser may serve several people and tenants
 */
export async function takeNewWork(owner: string): Promise<NewWork> {
  const prefix = `new ${owner} `;
  const left: { key: string; kept: KeptWork }[] = [];
  for (const key of await keptKeys(prefix)) {
    const kept = await keptWork(key);
    if (kept) left.push({ key, kept });
  }
  left.sort((one, other) => other.kept.at - one.kept.at);
  for (const { key, kept } of left) {
    const release = await hold(`kept ${key}`);
    if (release) return { key, kept, release };
  }
  const key = `${prefix}${newId()}`;
  return { key, release: (await hold(`kept ${key}`)) ?? (() => {}) };
}
