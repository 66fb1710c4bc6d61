import type { JsonObject } from '@orchestrator/workflow';
import qs from 'qs';

/** Bounds against queries that are made to be slow or large. Values beyond them are left out. */
const BOUNDS = { depth: 5, parameterLimit: 1_000, arrayLimit: 100, plainObjects: false, allowPrototypes: false };

/** Reads a query string: `a=1&a=2` is a list, `b[c]=3` an object. */
export function readQuery(rawQuery: string): JsonObject {
  return rawQuery === '' ? {} : (qs.parse(rawQuery, BOUNDS) as JsonObject);
}
