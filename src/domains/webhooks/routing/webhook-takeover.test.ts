import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callOf, Ledger, WebhookModel, webhookWorld, whereOf } from '../../../testing/webhook-model.js';

const { act, call } = webhookWorld('');

/** Enough for every pair of spellings, patterns and orders to come up. */
const RUNS = 1_500;

it('no call that led to one tenant ever leads to another, whatever they publish and take back', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), fc.array(call, { maxLength: 30 }), (acts, calls) => {
      const model = new WebhookModel();
      const ledger = new Ledger();
      const watched = [...calls];
      for (const each of acts) {
        const outcome = model.act(each);
        if ('hook' in each && outcome !== 'conflict') {
          const where = whereOf(each.hook);
          const test = each.do === 'listen';
          for (const method of each.hook.methods) {
            const [plain, named] = [callOf(where, method, null, test), callOf(where, method, each.tenant, test)];
            watched.push(plain, named);
            // What a tenant is told of an address is what a call meets.
            expect(model.find(plain)?.tenant === each.tenant).toBe(outcome === 'plain');
            expect(model.find(named)?.tenant).toBe(each.tenant);
          }
        }
        for (const one of watched) ledger.note(one, model.find(one)?.tenant);
      }
    }),
    { numRuns: RUNS },
  );
});
