import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from './problem.js';

const PAGE_DEFAULT = 50;
const PAGE_LIMIT = 200;
export const CURSOR_LIMIT = 500;

/** The query of a list: `?limit=&cursor=`. Extend it with the list's own filters. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'How many items at most', default: PAGE_DEFAULT, maximum: PAGE_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  limit: number = PAGE_DEFAULT;

  @ApiPropertyOptional({ description: "The `nextCursor` of the page before; the first page when it's left out" })
  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_LIMIT)
  cursor?: string;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Hand it back as `cursor` for the next page; `null` on the last. */
  nextCursor: string | null;
}

/** Text, number or null: what a list is ordered by. */
export type Key = readonly (string | number | null)[];

const encode = (key: Key) => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The key that the page begins behind, or `undefined` for the first page. The parts are the caller's input: use them as
 * parameters of a query only.
 * @param parts how many parts the list's key has
 * @throws Problem 400 when the cursor is none of this list
 */
export function keyOf(query: PageQuery, parts = 1): Key | undefined {
  if (query.cursor === undefined) return undefined;
  try {
    const key = JSON.parse(Buffer.from(query.cursor, 'base64url').toString()) as Key;
    const fits = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(key) && key.length === parts && key.every(fits)) return key;
  } catch {
    // answered below
  }
  throw new Problem(400, 'request.bad_cursor', 'The cursor is not one that this list gave.');
}

/**
 * Makes a page of rows, which were asked for with `limit + 1`.
 * @param key what the list is ordered by, unique with its last part
 * @example
 * const after = keyOf(query)?.[0];
 * const rows = await tx.query('select ... where ($1::uuid is null or id < $1) order by id desc limit $2', [after, query.limit + 1]);
 * return pageOf(rows, query, (row) => [row.id]);
 */
export function pageOf<R>(rows: R[], query: PageQuery, key: (row: R) => Key): Page<R> {
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > query.limit && last !== undefined ? encode(key(last)) : null };
}
