import type { JsonObject } from '@orchestrator/workflow';
import { shellQuoted } from '../../../texts/shell-quoted.ts';

/** What proves who calls, to be filled in: secrets of credentials are not known here. */
const PROOFS: Readonly<Record<string, string>> = {
  basicAuth: "-u 'name:password'",
  headerAuth: "-H 'name: value'",
  jwtAuth: "-H 'authorization: Bearer token'",
};
const METHODS: Readonly<Record<string, string | undefined>> = { GET: undefined, HEAD: '-I' };
/** What stands for the parameters of a path. */
const VALUE = '42';

interface Call {
  method: string;
  /** With parameters by name, as in `orders/:id`. */
  url: string;
  /** An item of the trigger: its body and query are sent. */
  example?: JsonObject;
  /** The trigger's choice of who may call. */
  authentication: unknown;
}

/** The line for a terminal that calls a webhook as its example says. */
export function asCurl({ method, url, example, authentication }: Call): string {
  const { body, query } = (example ?? {}) as { body?: unknown; query?: Record<string, unknown> };
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  const address = url.replaceAll(/\/:[A-Za-z_]\w*/g, `/${VALUE}`) + (search ? `?${search}` : '');
  const hasBody = typeof body === 'object' && body !== null && Object.keys(body).length > 0;
  return [
    'curl',
    method in METHODS ? METHODS[method] : `-X ${method}`,
    shellQuoted(address),
    typeof authentication === 'string' ? PROOFS[authentication] : undefined,
    hasBody ? `-H 'content-type: application/json' -d ${shellQuoted(JSON.stringify(body))}` : undefined,
  ]
    .filter(Boolean)
    .join(' ');
}
