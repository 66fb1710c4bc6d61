import { expect, it } from 'vitest';
import { NestLog, openLog } from './log.js';

function logged(write: (log: NestLog) => void): string {
  const lines: string[] = [];
  write(new NestLog(openLog('trace', { write: (line) => lines.push(line) })));
  return lines.join('');
}

it('tells of an error what happened, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('no connection'), { headers: { authorization: 'S3CR3T-1' } });
  const error = Object.assign(new Error('the statement failed', { cause }), {
    code: '23505',
    parameters: ['S3CR3T-2'],
  });
  const text = logged((log) => log.error(error, 'Test'));
  expect(text).toContain('the statement failed');
  expect(text).toContain('no connection');
  expect(text).toContain('23505');
  expect(text).not.toContain('S3CR3T');
});

it('tells a stack that comes alone, as faults of calls do', () => {
  expect(logged((log) => log.error({ err: 'Error: it broke\n    at place.ts' }))).toContain('it broke');
});

it('strikes out what is named like a secret', () => {
  const text = logged((log) => log.warn({ token: 'S3CR3T-1', request: { authorization: 'S3CR3T-2' }, path: '/x' }));
  expect(text).toContain('/x');
  expect(text).not.toContain('S3CR3T');
});
