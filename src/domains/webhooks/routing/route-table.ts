import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { chooseRoute, type Match, type Route } from './choose-route.js';
import { LiveEpoch } from './live-epoch.js';
import { holdKey } from './normal-path.js';

/** What is remembered of a called path, and the number of the addresses that it holds for. */
export interface Recalled {
  route: Route;
  match: Match;
  epoch: string;
}

/** Paths kept at once. Paths that lead nowhere are kept too, so that scanners cost one query a path and epoch. */
const MAX_PATHS = 10_000;
/** A longer path is kept by nobody, so that made-up ones fill no memory. Few have parameters that take so much. */
const MAX_KEPT_LENGTH = 1_000;

/** Finds what production addresses lead to. What it keeps holds for one epoch of the addresses. */
@Injectable()
export class RouteTable {
  private epoch = '';
  private known = new Map<string, Promise<readonly Route[]>>();
  /** Those of `known` that have been looked up. */
  private found = new Map<string, readonly Route[]>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly live: LiveEpoch,
  ) {}

  /**
   * What a path led to when it was looked up last; `undefined` when that is not known, or was nothing. It may not be true
   * any more: whoever goes by it proves it.
   */
  recall(method: string, path: string, slug: string | null): Recalled | undefined {
    const routes = this.found.get(keyOf(path, slug));
    const match = routes && chooseRoute(routes, method, path);
    return match?.route && { route: match.route, match, epoch: this.epoch };
  }

  /**
   * What a path leads to, for certain.
   * @param path normal form, what follows `/webhook/`
   * @param slug of the tenant, for `/webhook/t/<slug>/<path>`
   */
  async find(method: string, path: string, slug: string | null): Promise<Match> {
    const epoch = await this.live.current();
    if (epoch !== this.epoch) {
      this.known = new Map();
      this.found = new Map();
      this.epoch = epoch;
    }
    const key = keyOf(path, slug);
    let routes = this.known.get(key);
    if (!routes) {
      routes = this.load(path, slug, false);
      this.keep(key, routes);
    }
    return chooseRoute(await routes, method, path);
  }

  private keep(key: string, loading: Promise<readonly Route[]>): void {
    if (key.length > MAX_KEPT_LENGTH) return;
    // Of this epoch; what comes when another has begun is kept nowhere.
    const { known, found } = this;
    known.set(key, loading);
    loading.then(
      (routes) => known.has(key) && found.set(key, routes),
      () => known.delete(key),
    );
    if (known.size <= MAX_PATHS) return;
    const oldest = known.keys().next().value as string;
    known.delete(oldest);
    found.delete(oldest);
  }

  /** Finds an armed test address. Asked seldom, so nothing is kept. */
  async findTest(method: string, path: string, slug: string | null): Promise<Match> {
    return chooseRoute(await this.load(path, slug, true), method, path);
  }

  /** Armed test addresses near a path: at it by any method, or with the same beginning. */
  testRoutes(path: string, slug: string | null): Promise<readonly Route[]> {
    return this.load(path, slug, true);
  }

  private load(path: string, slug: string | null, test: boolean): Promise<Route[]> {
    const first = path.split('/')[0] as string;
    return this.work.asEngine((tx) =>
      tx.query(
        `select id, tenant_id as "tenantId", workflow_id as "workflowId", version, node_id as "nodeId", method, path
         from find_webhooks($1::text[], $2, $3, $4)`,
        [[path, first], holdKey(first), slug, test],
      ),
    );
  }
}

const keyOf = (path: string, slug: string | null) => `${slug ?? ''}\n${path}`;
