import type { ScheduleRule } from '@orchestrator/nodes';
import type { EntityManager } from 'typeorm';
import { nextTime } from './next-time.js';

/** A time of a schedule that has come. Times in epoch milliseconds. */
export interface DueSchedule {
  id: string;
  tenantId: string;
  workflowId: string;
  version: number;
  nodeId: string;
  rule: ScheduleRule;
  zone: string;
  missed: 'run-once' | 'skip';
  dueAt: number;
  anchorAt: number;
}

/** What became of it. */
export interface Settled {
  schedule: DueSchedule;
  nextAt: number | undefined;
  ran: boolean;
  error?: string;
}

/**
 * Later than this a time counts as missed: nothing ran the schedules then. A busy server is late by less, and catches up
 * time by time.
 */
const MISSED_AFTER_MS = 30_000;

/** Takes schedules whose time has come, the longest due first; other instances pass them by until the transaction ends. */
export function takeDue(tx: EntityManager, now: number, limit: number): Promise<DueSchedule[]> {
  return tx.query(
    `select s.id, s.tenant_id as "tenantId", s.workflow_id as "workflowId", s.version, s.node_id as "nodeId", s.rule,
       coalesce(s.timezone, t.timezone) as zone, s.missed,
       (extract(epoch from s.next_at) * 1000)::float8 as "dueAt", (extract(epoch from s.anchor_at) * 1000)::float8 as "anchorAt"
     from schedules s join tenants t on t.id = s.tenant_id
     where not s.paused and s.next_at <= $1 order by s.next_at limit $2 for update of s skip locked`,
    [new Date(now), limit],
  );
}

/** Whether a due time is to be run, and when the next one is. */
export function settle(schedule: DueSchedule, now: number): Settled {
  const { rule, zone, dueAt, anchorAt, missed } = schedule;
  const isMissed = now - dueAt > MISSED_AFTER_MS;
  try {
    // What was missed is made up for once, however often it was; else every time gets its run.
    const nextAt = nextTime(rule, isMissed ? now : dueAt, zone, anchorAt);
    return { schedule, nextAt, ran: !isMissed || missed === 'run-once' };
  } catch (error) {
    return { schedule, nextAt: undefined, ran: false, error: (error as Error).message };
  }
}

/** Moves schedules on. */
export async function moveOn(tx: EntityManager, settled: readonly Settled[]): Promise<void> {
  const dates = (times: readonly (number | undefined)[]) =>
    times.map((time) => (time === undefined ? null : new Date(time).toISOString()));
  await tx.query(
    `update schedules s set next_at = t.next_at, last_at = coalesce(t.last_at, s.last_at), error = t.error
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[]) as t(id, next_at, last_at, error)
     where s.id = t.id`,
    [
      settled.map(({ schedule }) => schedule.id),
      dates(settled.map(({ nextAt }) => nextAt)),
      dates(settled.map(({ ran, schedule }) => (ran ? schedule.dueAt : undefined))),
      settled.map(({ error }) => error ?? null),
    ],
  );
}

/** Epoch milliseconds of the next time of all; `undefined` when there is none. */
export async function earliest(tx: EntityManager): Promise<number | undefined> {
  const [row]: { at: number | null }[] = await tx.query(
    `select (extract(epoch from next_at) * 1000)::float8 as at from schedules
     where not paused and next_at is not null order by next_at limit 1`,
  );
  return row?.at ?? undefined;
}
