import { create } from 'zustand';
import { unreachable } from './problem.ts';

/** Whether the server answers. */
export const useConnection = create<{ away: boolean }>(() => ({ away: false }));

/** Between two looks whether the server is back, in milliseconds. */
const LOOK_MS = 2_000;
let looking: ReturnType<typeof setTimeout> | undefined;

/**
 * `fetch` that notes whether the server is there.
 * @throws ApiProblem `network.unreachable` when nothing answers; what aborted it, when it was aborted
 */
export async function reach(input: Request | string, init?: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(input, init);
    found();
    return answer;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    lost();
    throw unreachable();
  }
}

function found(): void {
  clearTimeout(looking);
  looking = undefined;
  if (useConnection.getState().away) useConnection.setState({ away: false });
}

function lost(): void {
  useConnection.setState({ away: true });
  looking ??= setTimeout(look, LOOK_MS);
}

/** Looks now whether the server is back. */
function look(): void {
  clearTimeout(looking);
  looking = undefined;
  void reach('/health/live', { cache: 'no-store' }).catch(() => {});
}

addEventListener('offline', lost);
addEventListener('online', () => useConnection.getState().away && look());
