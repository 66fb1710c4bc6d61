import { byPrecision, matchPath } from './path-pattern.js';

/** An address that leads to a node of a workflow. */
export interface Route {
  id: string;
  tenantId: string;
  workflowId: string;
  version: number;
  nodeId: string;
  method: string;
  path: string;
}

/** What a called path leads to. */
export interface Match<R = Route> {
  /** The route of the method called, if there is one. */
  route?: R;
  /** Parameters of the path. */
  parameters: Record<string, string>;
  /** Methods that the path has. */
  methods: readonly string[];
}

/**
 * Chooses among the routes of the one tenant that a called path can lead to.
 * @param path normal form, what follows `/webhook/`
 */
export function chooseRoute<R extends Pick<Route, 'method' | 'path'>>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> {
  const [only] = routes;
  // Nearly every call: one route, and its path has no parameters.
  if (only && routes.length === 1 && only.path === path && only.method === method && !path.includes(':')) {
    return { route: only, parameters: {}, methods: [method] };
  }
  const matching = routes
    .map((route) => ({ route, parameters: matchPath(route.path, path) }))
    .filter((each) => each.parameters !== undefined)
    .sort((a, b) => byPrecision(a.route.path, b.route.path));
  const found = matching.find((each) => each.route.method === method);
  return {
    route: found?.route,
    parameters: found?.parameters ?? {},
    methods: matching.map((each) => each.route.method),
  };
}
