import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import type { Act } from './bulk-acts.ts';

/** In one call; small enough that a person sees it move on. */
const AT_ONCE = 25;

/**
 * Does it to all of them, some at a time.
 * @param progress how many are done
 * @returns what became of each
 */
export async function doToAll(
  act: Act,
  ids: readonly string[],
  progress: (done: number) => void = () => {},
): Promise<readonly components['schemas']['BulkResult'][]> {
  const outcomes: components['schemas']['BulkResult'][] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    progress(from);
    const body = { ...act, ids: ids.slice(from, from + AT_ONCE) } as components['schemas']['WorkflowBulkBody'];
    outcomes.push(...(await unwrap(api.POST('/api/v1/workflows/bulk', { body }))).items);
  }
  return outcomes;
}
