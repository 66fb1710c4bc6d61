import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** How one member of a node's memory changed. A list is told by its ends: what left at the front, what came behind. */
export type MemberPatch = { set: JsonValue } | ListPatch | { gone: true };
export interface ListPatch {
  drop: number;
  add: JsonValue[];
}

/** How a node's memory changed in one step, by member. A loop over many items writes only those that moved. */
export type MemoryPatch = Readonly<Record<string, MemberPatch>>;

/**
 * The memory to hand to a node, which changes it in place: what the journal holds does not change with it. Members of
 * lists are shared, because a loop keeps all its items there; everything else is copied.
 */
export function lentMemory(memory: JsonObject | undefined): JsonObject {
  const lent: JsonObject = {};
  for (const [key, value] of Object.entries(memory ?? {})) {
    lent[key] = Array.isArray(value) ? value.slice() : structuredClone(value);
  }
  return lent;
}

/** What changed between the memory before a step and after it; `undefined` for nothing. Lists' members compare by identity. */
export function memoryPatch(before: JsonObject | undefined, after: JsonObject): MemoryPatch | undefined {
  const patch: Record<string, MemberPatch> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = before?.[key];
    if (old === value || value === undefined) continue;
    const ends = Array.isArray(old) && Array.isArray(value) ? listPatch(old, value) : undefined;
    if (ends === undefined) patch[key] = { set: value };
    else if (ends.drop > 0 || ends.add.length > 0) patch[key] = ends;
  }
  for (const key of Object.keys(before ?? {})) if (after[key] === undefined) patch[key] = { gone: true };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** The memory after a step. Does not change the one before. */
export function patchMemory(before: JsonObject | undefined, patch: MemoryPatch): JsonObject {
  const after: JsonObject = { ...before };
  for (const [key, change] of Object.entries(patch)) {
    if ('gone' in change) delete after[key];
    else if ('set' in change) after[key] = change.set;
    else after[key] = ((before?.[key] as JsonValue[] | undefined) ?? []).slice(change.drop).concat(change.add);
  }
  return after;
}

/** The ends of a list that lost members at its front or gained some behind; `undefined` when anything else changed. */
function listPatch(before: readonly JsonValue[], after: readonly JsonValue[]): ListPatch | undefined {
  const first = after[0];
  const drop = first === undefined ? before.length : before.indexOf(first);
  const kept = before.length - drop;
  if (drop < 0 || kept > after.length) return undefined;
  for (let at = 0; at < kept; at++) if (before[drop + at] !== after[at]) return undefined;
  return { drop, add: after.slice(kept) };
}
