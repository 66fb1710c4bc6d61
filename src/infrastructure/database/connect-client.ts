import pg from 'pg';

/**
 * Connects to a database for a few queries. A connection that is lost between two of them is told of by the next; its
 * event, which ends a process when nobody hears it, says no more.
 */
export async function connectClient(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
