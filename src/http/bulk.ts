import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IdProperty } from './answer-properties.js';
import { toProblem } from './problem.filter.js';

/** What a person selects on a page of lists. */
export const MOST_IN_BULK = 200;

/** What became of one of them. */
export class BulkResult {
  @IdProperty()
  id!: string;

  @ApiProperty()
  ok!: boolean;

  @ApiPropertyOptional({ description: 'Why not, for programs', example: 'execution.not_failed' })
  code?: string;

  @ApiPropertyOptional({ description: 'Why not, for people' })
  message?: string;
}

export class BulkAnswer {
  @ApiProperty({ type: () => [BulkResult] })
  items!: BulkResult[];
}

/**
 * Does one thing to each of several, and tells of each what became of it: a fault of one leaves the others alone. One
 * after the other, as each is a few statements and 200 at once would take the pool from everybody else.
 */
export async function eachOf(ids: Iterable<string>, act: (id: string) => Promise<unknown>): Promise<BulkAnswer> {
  const items: BulkResult[] = [];
  for (const id of new Set(ids)) {
    try {
      await act(id);
      items.push({ id, ok: true });
    } catch (error) {
      const problem = toProblem(error);
      const [first] = problem.more.errors ?? [];
      const message = first ? `${problem.detail} ${first.field}: ${first.message}` : problem.detail;
      items.push({ id, ok: false, code: problem.code, message });
    }
  }
  return { items };
}
