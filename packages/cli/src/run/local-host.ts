import { createExpressionEngine } from '@orchestrator/expression';
import { builtinCredentials, builtinNodes } from '@orchestrator/nodes';
import {
  BlobFiles,
  createHttpClient,
  createRequestSigner,
  MemoryBlobStore,
  NodeHost,
  NodeRegistry,
  systemClock,
} from '@orchestrator/runtime';
import { Sandbox } from '@orchestrator/sandbox';
import { GivenCredentials } from './given-credentials.js';

/** The one tenant of the command line. */
export const LOCAL_TENANT = 'local';

/** What the environment says about outgoing calls and `$env` (docs/configuration.md). */
export interface LocalEnvironment {
  EGRESS_ALLOW?: string;
  EGRESS_PROXY?: string;
  EGRESS_CA_FILE?: string;
  EXPRESSION_ENV?: string;
}

/** Runs nodes in this process and its sandbox; keeps everything in memory. Close it, or the process does not end. */
export interface LocalHost {
  nodes: NodeHost;
  close(): Promise<void>;
}

/** @throws when a setting of the environment can't be used */
export function createLocalHost(
  environment: LocalEnvironment & NodeJS.ProcessEnv,
  credentials = GivenCredentials.NONE,
): LocalHost {
  const sandbox = Sandbox.start();
  const files = new BlobFiles(new MemoryBlobStore());
  const http = createHttpClient({
    egressAllow: list(environment.EGRESS_ALLOW),
    egressProxy: environment.EGRESS_PROXY || undefined,
    egressCaFile: environment.EGRESS_CA_FILE || undefined,
    files,
  });
  const expressions = createExpressionEngine({ fallback: sandbox.forTenant(LOCAL_TENANT) });
  const visible = list(environment.EXPRESSION_ENV).flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const registry = new NodeRegistry(builtinNodes, builtinCredentials);
  const nodes = new NodeHost({
    registry,
    expressions: () => expressions,
    code: sandbox,
    http,
    sign: createRequestSigner((type) => registry.credential(type)),
    blobs: files,
    credentials,
    state: { read: async () => undefined },
    globals: { env: Object.fromEntries(visible), vars: () => ({}) },
    clock: systemClock,
  });
  return { nodes, close: async () => void (await Promise.all([sandbox.close(), http.close()])) };
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
