import { isIP } from 'node:net';
import { address, integer, list, oneOf, origin, originOrWildcard, text } from './setting.js';

/** What one process of the server does; `all` is every one of them. */
const ROLES = ['all', 'api', 'webhook', 'worker', 'scheduler'] as const;
export type Role = (typeof ROLES)[number];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const MIB = 1024 * 1024;

const isHostOrBlock = (entry: string) => /^[a-z0-9.*:_-]+(\/\d{1,3})?$/i.test(entry);
const isEncryptionKey = (value: string) => value.length >= 32 && value.length <= 512 && !value.includes(','); // old keys are listed with commas
const KEY_EXPECTED =
  'at least 32 characters that nobody can guess, without a comma, such as the output of `openssl rand -hex 32`';

const encryptionKey = text(undefined, {
  expected: KEY_EXPECTED,
  shownDefault: 'made once, in `DATA_DIR/encryption.key`',
  explanation:
    'Encrypts credentials, and the keys that sign tokens and cookies are derived from it. Required with `DATABASE_URL`. ' +
    'A start with another key than the database was written with is refused. Keep a copy of it apart from the database.',
  secret: true,
});

/**
 * Every setting of the server, by the name of its environment variable. This is the one place where a setting is
 * declared: the configuration's type, its validation and docs/configuration.md all come from here.
 */
export const SETTINGS = {
  PORT: integer(3000, 0, 65_535, { explanation: 'The TCP port of the server. 0 takes any free port.' }),
  HOST: text('127.0.0.1', {
    explanation:
      'The address that the server listens on. Only this machine can reach the default; `0.0.0.0` is every IPv4 address of the machine.',
  }),
  DATA_DIR: text('./.data', {
    explanation:
      'The folder of the embedded database, of files and of the encryption key. One server at a time may use it.',
  }),
  DATABASE_URL: address(['postgres:', 'postgresql:'], {
    shownDefault: 'none: the embedded database',
    explanation:
      'A PostgreSQL server (15 or later) instead of the embedded one. Its user owns the database and makes two further roles, so it needs `CREATEROLE`.',
    secret: true,
  }),
  DATABASE_POOL: integer(10, 2, 200, {
    explanation:
      'Connections that one process keeps at most for the API, and as many again for running workflows. Routes that wait or stream hold none.',
  }),
  REDIS_URL: address(['redis:', 'rediss:'], {
    explanation: 'Redis for cache, rate limits and messages between instances.',
    notBuilt: 'the Redis adapter',
    secret: true,
  }),
  RABBITMQ_URL: address(['amqp:', 'amqps:'], {
    explanation: 'RabbitMQ for handing runs to workers.',
    notBuilt: 'the RabbitMQ adapter',
    secret: true,
  }),
  INFLUXDB_URL: address(['http:', 'https:'], {
    explanation: 'InfluxDB for time series.',
    notBuilt: 'the InfluxDB adapter',
    secret: true,
  }),
  ELASTICSEARCH_URL: address(['http:', 'https:'], {
    explanation: 'Elasticsearch for search.',
    notBuilt: 'the Elasticsearch adapter',
    secret: true,
  }),
  S3_URL: address(['http:', 'https:', 's3:'], {
    explanation: 'An S3 bucket for binary data and large items.',
    notBuilt: 'the S3 adapter',
    secret: true,
  }),
  ROLE: list<Role>(['all'], (entry) => (ROLES as readonly string[]).includes(entry), {
    expected: `one or more of ${ROLES.join(', ')}, separated by commas`,
    explanation:
      'What this process does: `api` answers `/api/v1`, `webhook` answers webhooks and forms, `worker` runs what is queued or due, `scheduler` starts what is scheduled. `all` needs nothing but Node; processes with parts of it share one `DATABASE_URL`. Health and metrics are served by each.',
  }),
  ENCRYPTION_KEY: {
    ...encryptionKey,
    parse: (value: string): string | undefined => {
      if (!isEncryptionKey(value)) throw new TypeError('too short');
      return value;
    },
  },
  ENCRYPTION_KEYS_OLD: list([], isEncryptionKey, {
    expected: `a comma-separated list of former values of ENCRYPTION_KEY, each ${KEY_EXPECTED}`,
    explanation: 'Former encryption keys, for reading what was written with them.',
    secret: true,
  }),
  PUBLIC_URL: origin({
    shownDefault: '`http://HOST:PORT`',
    explanation:
      'The address under which people and other services reach the server; links and webhook addresses are made from it.',
  }),
  WEBHOOK_URL: originOrWildcard({
    shownDefault: '`PUBLIC_URL`',
    explanation:
      'An origin of its own for webhooks and forms: its host serves them and health, and nothing of the app or the API. With `https://*.hooks.example.com` each tenant has one, named by its slug; what workflows answer there alone is no sandboxed document and may set cookies. Best below a domain that nothing else is on.',
  }),
  ALLOWED_HOSTS: list<string>([], (entry) => /^[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9_])?$/i.test(entry), {
    expected: 'a comma-separated list of host names, without ports, such as flows.internal,orchestrator',
    explanation:
      "Further names by which the server may be called. Requests for any host but these, `PUBLIC_URL`'s, `WEBHOOK_URL`'s and localhost are answered 421, so that no other site can pose as this one (DNS rebinding). IP addresses and `/health/*` always pass.",
  }),
  METRICS_TOKEN: {
    ...text(undefined, {
      expected: 'at least 16 characters that nobody can guess, such as the output of `openssl rand -hex 32`',
      explanation:
        'Who sends it as a Bearer token may read `/metrics` from anywhere. Without it only what runs on this machine may, and calls by `localhost` or a loopback address without a proxy.',
      secret: true,
    }),
    parse: (value: string): string | undefined => {
      if (value.length < 16 || /\s/.test(value)) throw new TypeError('too short');
      return value;
    },
  },
  TRUST_PROXY: list<string>([], (entry) => isIP(entry.split('/')[0] ?? '') !== 0 || entry === 'loopback', {
    expected: 'a comma-separated list of IP addresses, CIDR blocks or the word loopback',
    explanation: 'The proxies in front of the server whose `X-Forwarded-*` headers are believed.',
  }),
  REGISTRATION: oneOf(['open', 'invite'], undefined, {
    shownDefault: '`open` while `HOST` is a loopback address, else `invite`',
    explanation: 'Whether anybody who reaches the server may register, or only whoever has an invitation.',
  }),
  EGRESS_ALLOW: list([], isHostOrBlock, {
    expected: 'a comma-separated list of host names and CIDR blocks',
    explanation:
      'Hosts and CIDR blocks that outgoing calls of workflows may reach although they are private or loopback.',
  }),
  EGRESS_PROXY: address(['http:', 'https:'], {
    explanation: 'A proxy that the outgoing calls of workflows pass through.',
    secret: true,
  }),
  EGRESS_CA_FILE: text(undefined, {
    shownDefault: 'none',
    explanation: 'A PEM file with further certificate authorities that outgoing calls trust.',
  }),
  EXPRESSION_ENV: list([], (entry) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(entry), {
    expected: 'a comma-separated list of names of environment variables',
    explanation: 'Environment variables that expressions may read as `$env.NAME`.',
  }),
  RETENTION_DAYS: integer(30, 1, 36_500, { explanation: 'Days that ended executions are kept.' }),
  RUN_CONCURRENCY: integer(200, 1, 1000, { explanation: 'Runs that one process executes at the same time.' }),
  TENANT_CONCURRENCY: integer(100, 1, 1000, {
    explanation:
      'Runs of one tenant that one process executes at the same time; the others of that tenant wait their turn.',
  }),
  RUN_ITEMS_MB: integer(64, 1, 1024, {
    explanation:
      'MiB of items, by estimate, that one run may hold; it fails above it. All runs of a process together hold no more than a third of its heap: above that the largest run of the tenant that holds most fails.',
  }),
  TENANT_CALLS_PER_SECOND: integer(20_000, 1, 1_000_000, {
    explanation:
      'Calls a second to webhooks, forms and runs by API key that one process takes for one tenant. One too many is answered 429. People at the editor are not counted.',
  }),
  TENANT_QUEUE: integer(100_000, 1, 10_000_000, {
    explanation: 'Runs of one tenant that may wait for their turn. While so many wait, further ones are answered 429.',
  }),
  TENANT_STORAGE_MB: integer(10_240, 1, 1_000_000_000, {
    shownDefault: '10240 (10 GiB)',
    explanation:
      'MiB that the executions of one tenant may take up, their files included. Above it new runs are answered 507 until some are deleted.',
  }),
  TENANT_DOCUMENTS_MB: integer(1_024, 1, 1_000_000_000, {
    shownDefault: '1024 (1 GiB)',
    explanation:
      "MiB that the versions of one tenant's workflows, the comments on them and its audit may take up. At the bound a save lets the oldest versions of its workflow go that nothing ran and nobody named, or is answered 507.",
  }),
  BODY_LIMIT: integer(16 * MIB, 1024, 1024 * MIB, {
    shownDefault: '16777216 (16 MiB)',
    explanation: 'Bytes that the body of one request may have. A longer one is answered 413.',
  }),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info', { explanation: 'The least severe level that is logged.' }),
} as const;

export type SettingName = keyof typeof SETTINGS;
