import { parse } from 'node:path';
import type { DatabaseLogins } from './database-roles.js';

/** Reads `DATABASE_URL`; `sslmode` is understood as libpq does (`require` encrypts, `verify-full` checks as well). */
export function databaseAddress(url: string): DatabaseLogins['owner'] {
  const parsed = new URL(url);
  const mode = parsed.searchParams.get('sslmode') ?? 'prefer';
  const ssl = ['require', 'verify-ca', 'verify-full'].includes(mode)
    ? { rejectUnauthorized: mode !== 'require' }
    : undefined;
  const socket = parsed.searchParams.get('host');
  return {
    host: socket ?? (decodeURIComponent(parsed.hostname).replace(/^\[|\]$/g, '') || 'localhost'),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username || 'postgres'),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parse(parsed.pathname).base || 'postgres'),
    ...(ssl ? { ssl } : {}),
  };
}
