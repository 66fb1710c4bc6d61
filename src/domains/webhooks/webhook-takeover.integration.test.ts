import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { type TestServer, testServer } from '../../testing/test-server.js';
import {
  type Act,
  callOf,
  Ledger,
  type ModelCall,
  type Outcome,
  TENANTS,
  type Tenant,
  WebhookModel,
  webhookWorld,
  whereOf,
} from '../../testing/webhook-model.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import { normalSegments } from './routing/normal-path.js';
import { RouteTable } from './routing/route-table.js';
import { TestWebhooks } from './test-webhooks.service.js';

/**
 * The model of `routing/webhook-takeover.test.ts`, in which no call changes hands, against the server itself: what it says
 * of an address and where it leads calls to is what the model says.
 */
const RUNS = 10;
const ACTS = 12;

let server: TestServer;
const callers = new Map<Tenant, Principal & { slug: string }>();
/** Of each tenant, its workflows by number. */
let workflows: Map<string, string>;

beforeAll(async () => {
  server = await testServer();
  for (const tenant of TENANTS) {
    const { tenantId, userId, call } = await server.person(tenant);
    const { slug } = (await call('GET', 'tenants/current')).body;
    callers.set(tenant, { kind: 'user', role: 'owner', id: userId, tenantId, userId, slug });
  }
});
afterAll(() => server.drop());

const of = <T>(token: new (...args: never[]) => T): T => server.app.get(token, { strict: false });
const callerOf = (tenant: Tenant) => callers.get(tenant) as Principal & { slug: string };

async function idOf({ tenant, workflow: number }: Act): Promise<string> {
  const key = `${tenant} ${number}`;
  let id = workflows.get(key);
  if (!id) {
    const draft = workflow(key, [nodes.webhook('unused')]);
    ({ id } = await of(WorkflowsService).create(callerOf(tenant), draft));
    workflows.set(key, id);
  }
  return id;
}

async function carriedOut(act: Act): Promise<Outcome> {
  const caller = callerOf(act.tenant);
  const id = await idOf(act);
  const service = of(WorkflowsService);
  if (!('hook' in act)) {
    if (act.do === 'unpublish') await service.deactivate(caller, id);
    else await of(TestWebhooks).cancel(caller, id);
    return undefined;
  }
  const { path, webhookId, methods } = act.hook;
  const draft = workflow('draft', [{ ...nodes.webhook(path, { methods }), webhookId }]);
  const { version } = await service.get(caller.tenantId, id);
  await service.save(caller, id, { ...draft, version });
  try {
    const told =
      act.do === 'publish'
        ? ((await service.activate(caller, id)).webhooks as { url: string }[])
        : (await of(TestWebhooks).listen(caller, id)).webhooks;
    const plain = told.map(({ url }) => !new URL(url).pathname.includes(`/t/${caller.slug}/`));
    expect(new Set(plain).size).toBe(1);
    return plain[0] ? 'plain' : 'named';
  } catch (error) {
    if (error instanceof Problem && error.code === 'webhook.path_taken') return 'conflict';
    throw error;
  }
}

async function led({ method, path, slug, test }: ModelCall) {
  const table = of(RouteTable);
  const called = (normalSegments(path) as string[]).join('/');
  const named = slug && callerOf(slug).slug;
  const { route } = await (test ? table.findTest(method, called, named) : table.find(method, called, named));
  if (!route) return undefined;
  const tenant = TENANTS.find((each) => callerOf(each).tenantId === route.tenantId) as Tenant;
  return { tenant, workflow: [0, 1].find((each) => workflows.get(`${tenant} ${each}`) === route.workflowId) };
}

let run = 0;
it('the server tells and does what the model does, in which no call changes hands', async () => {
  // Runs are apart by the names that they use, so each makes up its own.
  for (let left = RUNS; left > 0; left--) {
    workflows = new Map();
    const world = webhookWorld(`r${run++}-`);
    const [acts] = fc.sample(fc.array(world.act, { minLength: ACTS, maxLength: ACTS }), 1) as [Act[]];
    const model = new WebhookModel();
    const ledger = new Ledger();
    const calls = fc.sample(world.call, 12);
    const trace: unknown[] = [];
    for (const act of acts) {
      const [expected, outcome] = [model.act(act), await carriedOut(act)];
      trace.push([act, outcome]);
      expect([trace, outcome]).toEqual([trace, expected]);
      if ('hook' in act) {
        const where = whereOf(act.hook);
        for (const method of act.hook.methods)
          calls.push(
            callOf(where, method, null, act.do === 'listen'),
            callOf(where, method, act.tenant, act.do === 'listen'),
          );
      }
      const found = await Promise.all(calls.map((call) => led(call)));
      for (const [i, call] of calls.entries()) {
        expect([trace, call, found[i]]).toEqual([trace, call, pick(model.find(call))]);
        ledger.note(call, found[i]?.tenant);
      }
    }
  }
});

const pick = (route: { tenant: Tenant; workflow: number } | undefined) =>
  route && { tenant: route.tenant, workflow: route.workflow };
