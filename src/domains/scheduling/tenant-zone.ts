import type { EntityManager } from 'typeorm';

/** The zone of a workflow that names none: that of its tenant. */
export async function zoneOf(tx: EntityManager, tenantId: string): Promise<string> {
  const [row]: { timezone: string }[] = await tx.query('select timezone from tenants where id = $1', [tenantId]);
  return row?.timezone ?? 'UTC';
}
