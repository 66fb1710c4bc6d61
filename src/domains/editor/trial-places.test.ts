import { expect, it } from 'vitest';
import type { Principal } from '../../http/principal.js';
import { TrialPlaces } from './trial-places.js';

const person = (tenantId: string, userId: string) =>
  ({ kind: 'user', role: 'editor', id: 's', tenantId, userId }) as Principal;

/** Work that goes on until it is let go. */
function held() {
  const open: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => open.push(resolve));
  return { work, open };
}

it('works on a few questions of a person at a time, lets more wait, and refuses too many', async () => {
  const places = new TrialPlaces();
  const { work, open } = held();
  const asked = Array.from({ length: 202 }, () => places.take(person('t', 'u'), work));
  await expect(places.take(person('t', 'u'), work)).rejects.toMatchObject({ status: 429 });
  // Others of the tenant, and other tenants, have places of their own.
  const other = places.take(person('t', 'v'), async () => 'answered');
  const elsewhere = places.take(person('w', 'u'), async () => 'answered');
  expect(await Promise.all([other, elsewhere])).toEqual(['answered', 'answered']);
  expect(open).toHaveLength(2);
  for (let done = 0; done < asked.length; ) {
    for (const end of open.splice(0)) {
      end();
      done++;
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(open.length).toBeLessThanOrEqual(2);
  }
  await Promise.all(asked);
});

it('gives the place back when the work fails', async () => {
  const places = new TrialPlaces();
  for (let i = 0; i < 5; i++) {
    await expect(places.take(person('t', 'u'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  }
  expect(await places.take(person('t', 'u'), async () => 'answered')).toBe('answered');
});
