import type { EntityManager } from 'typeorm';

/** Weeks that have their partition before they begin: a month in which nothing runs this job does no harm. */
const WEEKS_AHEAD = 4;
const WEEK_MS = 7 * 86_400_000;
/** A partition with more than so many executions that stay is kept whole, rather than held locked while they move. */
const MOVE_AT_MOST = 10_000;
/** Runs go on meanwhile: rather try again later than hold them up. */
const LOCK_TIMEOUT = '2s';

/** Makes the partitions of this week and those to come. */
export async function makePartitions(tx: EntityManager, now: number): Promise<void> {
  await tx.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  for (let week = 0; week <= WEEKS_AHEAD; week++) {
    await tx.query('select make_execution_partition($1::date)', [dayOf(now + week * WEEK_MS)]);
  }
}

/** First days of the weeks whose partitions lie wholly before a moment, oldest first. */
export async function weeksBefore(tx: EntityManager, moment: number): Promise<string[]> {
  const rows: { day: string }[] = await tx.query('select execution_weeks()::text as day');
  return rows.map(({ day }) => day).filter((day) => Date.parse(`${day}T00:00:00Z`) + WEEK_MS <= moment);
}

/**
 * Drops the partitions of a week. What has not ended before the moment is moved out of it first.
 * @returns whether it was dropped
 */
export async function retireWeek(tx: EntityManager, day: string, endedBefore: number): Promise<boolean> {
  await tx.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  const [row]: { dropped: boolean }[] = await tx.query(
    'select retire_execution_partition($1::date, $2, $3) as dropped',
    [day, new Date(endedBefore), MOVE_AT_MOST],
  );
  return row?.dropped ?? false;
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
