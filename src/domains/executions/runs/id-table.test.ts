import { describe, expect, it } from 'vitest';
import { newId } from '../../../infrastructure/database/uuid.js';
import { IdTable } from './id-table.js';

describe('a table by ids', () => {
  it('does what a map does, however many share a bucket', () => {
    const table = new IdTable<number>();
    const map = new Map<string, number>();
    const ids = Array.from({ length: 3_000 }, () => newId());
    for (const [i, id] of ids.entries()) {
      table.set(id, i);
      map.set(id, i);
    }
    for (const id of ids.filter((_, i) => i % 3 === 0)) {
      table.delete(id);
      map.delete(id);
    }
    table.set(ids[1] as string, -1);
    map.set(ids[1] as string, -1);
    expect(ids.map((id) => table.get(id))).toEqual(ids.map((id) => map.get(id)));
    expect(table.values().sort()).toEqual([...map.values()].sort());
    expect(table.size).toBe(map.size);
    expect([table.has(ids[0] as string), table.has(ids[1] as string)]).toEqual([false, true]);
    table.delete(ids[0] as string);
    expect(table.size).toBe(map.size);
  });

  it('spreads ids over its buckets', () => {
    const table = new IdTable<string>();
    const ids = Array.from({ length: 1_000 }, () => newId());
    for (const id of ids) table.set(id, id);
    const { buckets } = table as unknown as { buckets: (object | undefined)[] };
    expect(buckets.filter(Boolean).length).toBeGreaterThan(500);
  });
});
