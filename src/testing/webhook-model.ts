import type { WorkflowNode } from '@orchestrator/workflow';
import fc from 'fast-check';
import { chooseRoute } from '../domains/webhooks/routing/choose-route.js';
import { holdKey, normalSegments } from '../domains/webhooks/routing/normal-path.js';
import { shapeOf } from '../domains/webhooks/routing/path-pattern.js';
import { type WebhookPath, webhookPath } from '../domains/webhooks/settings/webhook-address.js';

export const TENANTS = ['ada', 'bob', 'eve'] as const;
export type Tenant = (typeof TENANTS)[number];

/** A webhook of a draft. */
export interface Hook {
  path: string;
  webhookId: string;
  methods: string[];
}

/** Something that a person does with one of the workflows of their tenant. */
export type Act = { tenant: Tenant; workflow: number } & (
  | { do: 'publish' | 'listen'; hook: Hook }
  | { do: 'unpublish' | 'cancel' }
);

/** A call from outside. */
export interface ModelCall {
  method: string;
  path: string;
  /** Named by the address; `null` for a plain one. */
  slug: Tenant | null;
  test: boolean;
}

/** What an act came to: whether its addresses are plain ones, or that the tenant has one of them already. */
export type Outcome = 'plain' | 'named' | 'conflict' | undefined;

interface ModelRoute extends WebhookPath {
  tenant: Tenant;
  workflow: number;
  method: string;
  test: boolean;
}

/**
 * What the addresses of webhooks promise, in memory: who holds a first segment, and where calls lead. It knows no time, as
 * what is held is kept for longer than a test takes.
 */
export class WebhookModel {
  private readonly holders = new Map<string, Tenant>();
  private routes: ModelRoute[] = [];

  act(act: Act): Outcome {
    const { tenant, workflow } = act;
    const test = act.do === 'listen' || act.do === 'cancel';
    const others = this.routes.filter(
      (each) => !(each.tenant === tenant && each.workflow === workflow && each.test === test),
    );
    if (!('hook' in act)) {
      this.routes = others;
      return undefined;
    }
    const where = whereOf(act.hook);
    const added = act.hook.methods.map((method) => ({ ...where, tenant, workflow, method, test }));
    const clash = others.some(
      (each) =>
        each.tenant === tenant &&
        each.test === test &&
        added.some(({ method, shape }) => method === each.method && shape === each.shape),
    );
    if (clash) return 'conflict';
    if (!this.holders.has(where.segment)) this.holders.set(where.segment, tenant);
    this.routes = [...others, ...added];
    return this.holders.get(where.segment) === tenant ? 'plain' : 'named';
  }

  /** Where a call leads. */
  find({ method, path, slug, test }: ModelCall): { tenant: Tenant; workflow: number } | undefined {
    const segments = normalSegments(path) as string[];
    const tenant = slug ?? this.holders.get(holdKey(segments[0] as string));
    const own = this.routes.filter((each) => each.tenant === tenant && each.test === test);
    return chooseRoute(own, method, segments.join('/')).route;
  }
}

/** Where a hook is called, by the rules of the server. */
export function whereOf(hook: Hook): WebhookPath {
  const where = webhookPath({
    webhookId: hook.webhookId,
    parameters: { path: hook.path },
  } as unknown as WorkflowNode);
  if ('why' in where) throw new Error(where.why);
  return where;
}

const METHODS = ['GET', 'POST'];

/**
 * Made-up acts and calls over a few names, so that they meet: literal paths, parameters, stars, ids of others, and other
 * spellings of the same names.
 * @param prefix of all first segments, so that runs on one database do not meet
 */
export function webhookWorld(prefix: string) {
  const first = fc
    .constantFrom('one', 'ONE', '%6fne', 'two', 'two%2F', 'café', 'cafe\u0301')
    .map((name) => prefix + name);
  const rest = fc.array(fc.constantFrom('x', 'y', '*', ':p', ':q'), { maxLength: 2 });
  const methods = fc.subarray(METHODS, { minLength: 1 });
  const literal = fc
    .tuple(first, rest)
    .map(([name, more]) => [name, ...more.map((each) => each.replace(':', ''))].join('/'));
  const pattern = fc
    .tuple(rest, fc.constantFrom('x/:p', ':p', ':q', 'y/:q'))
    .map(([more, end]) => [...more, end].join('/'));
  const hook: fc.Arbitrary<Hook> = fc.record({ path: fc.oneof(literal, pattern), webhookId: first, methods });
  const of = { tenant: fc.constantFrom(...TENANTS), workflow: fc.nat(1) };
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('publish' as const), ...of, hook }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('listen' as const), ...of, hook }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('unpublish' as const, 'cancel' as const), ...of }) },
  );
  const call: fc.Arbitrary<ModelCall> = fc.record({
    method: fc.constantFrom(...METHODS, 'PUT'),
    path: fc
      .tuple(first, fc.array(fc.constantFrom('x', 'y', '*', 'p'), { maxLength: 4 }))
      .map(([name, more]) => [name, ...more].join('/')),
    slug: fc.option(fc.constantFrom(...TENANTS), { freq: 4 }),
    test: fc.boolean(),
  });
  return { act, call };
}

/** A call that meets a hook, with its parameters filled in. */
export function callOf({ path }: WebhookPath, method: string, slug: Tenant | null, test: boolean): ModelCall {
  const encoded = shapeOf(path)
    .split('/')
    .map((segment) => (segment === ':p' ? 'filled' : encodeURIComponent(segment)));
  return { method, path: encoded.join('/').replaceAll('%252F', '%2F'), slug, test };
}

/** Remembers which tenant each call has led to, and throws when it leads to another one. */
export class Ledger {
  private readonly led = new Map<string, Tenant>();

  note(call: ModelCall, tenant: Tenant | undefined): void {
    if (tenant === undefined) return;
    const key = JSON.stringify(call);
    const before = this.led.get(key) ?? tenant;
    if (before !== tenant) throw new Error(`${key} led to ${before}, and now leads to ${tenant}`);
    this.led.set(key, tenant);
  }
}
