import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, hasRole, readConfig } from '../config/config.js';
import { type Server, startServer } from '../server.js';
import { AnswerCheck } from './answer-check.js';
import { emptyDatabase, TEST_SECRET } from './test-database.js';

/** An answer of the server. `body` is parsed when it is JSON, else text. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

/** Somebody who calls the server. */
export type TestCaller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** A person with a tenant of their own, signed in. */
export interface TestPerson {
  call: TestCaller;
  userId: string;
  tenantId: string;
  email: string;
  accessToken: string;
  refreshToken: string;
}

/** A whole server on a free port, with a database of its own on the machine's PostgreSQL. */
export interface TestServer extends Server {
  databaseUrl: string;
  /** Calls as nobody. Paths that begin with a slash are taken as they are, others are under /api/v1. */
  call: TestCaller;
  /** Registers somebody new. */
  person(name?: string): Promise<TestPerson>;
  /** Registers somebody new by an invitation into the host's tenant, the only one that they belong to. */
  member(host: TestPerson, role: string): Promise<TestPerson>;
  /** Calls with a bearer token. */
  as(token: string): TestCaller;
  /** Stops the server and drops its database. */
  drop(): Promise<void>;
}

export const TEST_PASSWORD = 'a password for tests only';
let people = 0;

/**
 * Starts a server.
 * @param env further settings
 * @param databaseUrl another server's, to start a second instance beside it; it is then not dropped by this one
 */
export async function testServer(env: Record<string, string> = {}, databaseUrl?: string): Promise<TestServer> {
  const empty = databaseUrl ? undefined : await emptyDatabase();
  const url = databaseUrl ?? (empty?.url as string);
  const dataDir = mkdtempSync(join(tmpdir(), 'orc-test-'));
  const server = await startServer(
    readConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      ENCRYPTION_KEY: TEST_SECRET,
      LOG_LEVEL: 'error',
      DATABASE_POOL: '5',
      ...env,
    }),
  );
  let check: AnswerCheck | undefined;
  const checked = () => (check ??= hasRole(server.app.get(Config), 'api') ? new AnswerCheck(server.app) : undefined);
  // Where it listens, which a PUBLIC_URL of the test's need not lead to.
  const listens = await server.app.getUrl();
  const as = (token?: string): TestCaller => callerOf(listens, token, checked);
  const register = async (name: string, invitation?: string): Promise<TestPerson> => {
    const email = `person.${process.pid}.${++people}@example.com`;
    const account = { email, password: TEST_PASSWORD, name, invitation };
    const { status, body } = await as()('POST', 'auth/register', account);
    if (status !== 201) throw new Error(`no account for ${name}: ${JSON.stringify(body)}`);
    const { accessToken, refreshToken } = body;
    return { call: as(accessToken), userId: body.user.id, tenantId: body.tenant.id, email, accessToken, refreshToken };
  };
  return {
    ...server,
    databaseUrl: url,
    call: as(),
    as,
    person: (name = `Person ${++people}`) => register(name),
    member: async (host, role) => {
      const { body } = await host.call('POST', 'invitations', { role });
      return register(`Person ${++people}`, body.token);
    },
    drop: async () => {
      await server.stop();
      await empty?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Calls, and throws when an answer is not as the API's document says. */
function callerOf(base: string, token: string | undefined, checked: () => AnswerCheck | undefined): TestCaller {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(path.startsWith('/') ? base + path : `${base}/api/v1/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
    const { pathname } = new URL(response.url);
    const faults = isJson ? checked()?.faults(method, pathname, answer.status, answer.body) : undefined;
    if (faults) throw new Error(`${method} ${pathname} ${answer.status} is not as documented: ${faults}`);
    return answer;
  };
}
