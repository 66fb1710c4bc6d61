import { createHmac } from 'node:crypto';
import type pg from 'pg';

const checkOf = (secret: string) => createHmac('sha256', secret).update('installation check').digest('hex');

/**
 * Compares the encryption key with the one that the database was written with.
 * @throws when it is neither that one nor one of the old keys says so
 */
export async function verifyInstallationKey(client: pg.Client, secret: string, old: readonly string[]): Promise<void> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('installation') is not null as there`,
  );
  if (!tables[0]?.there) return;
  const { rows } = await client.query<{ check: string }>(
    `select value #>> '{}' as check from installation where key = 'encryption check'`,
  );
  const stored = rows[0]?.check;
  if (stored === undefined || [secret, ...old].some((each) => checkOf(each) === stored)) return;
  throw new Error(
    'ENCRYPTION_KEY is not the key that this database was written with, so its credentials could not be read. ' +
      'Set ENCRYPTION_KEY to that key; to change keys, set the new one and name the former one in ENCRYPTION_KEYS_OLD.',
  );
}

/** Remembers the check value of the key that is in use from now on. The key itself is not in it. */
export async function rememberInstallationKey(client: pg.Client, secret: string): Promise<void> {
  await client.query(
    `insert into installation (key, value) values ('encryption check', to_jsonb($1::text))
     on conflict (key) do update set value = excluded.value`,
    [checkOf(secret)],
  );
}
