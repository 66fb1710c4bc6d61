import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leftMarks, RunMark } from './run-mark.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orc-mark-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const only = () => join(folder, 'running', readdirSync(join(folder, 'running'))[0] as string);
/** Makes the mark one of another process, or of another machine. */
function change(change: object, silentMs = 0): void {
  const file = only();
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
  const at = new Date(Date.now() - silentMs);
  utimesSync(file, at, at);
}

it('says nothing of a process that runs, or that ended in order', () => {
  expect(leftMarks(folder)).toEqual([]);
  const mark = RunMark.set(folder);
  expect(leftMarks(folder)).toEqual([]);
  mark.clear();
  expect([leftMarks(folder), readdirSync(join(folder, 'running'))]).toEqual([[], []]);
});

it('tells of one that was killed, by its last sign of life', () => {
  RunMark.set(folder);
  change({ started: 'before' }, 60_000);
  const [left] = leftMarks(folder);
  expect(left?.crash).toMatchObject({ message: null, stack: null });
  expect(Date.now() - (left?.crash.at.getTime() ?? 0)).toBeGreaterThan(50_000);
  left?.forget();
  expect(leftMarks(folder)).toEqual([]);
});

it('tells what was thrown', () => {
  const mark = RunMark.set(folder);
  mark.fault(new Error('x'.repeat(10_000)));
  mark.fault('no error at all');
  change({ started: 'before' });
  expect(leftMarks(folder)[0]?.crash).toMatchObject({
    message: 'no error at all',
    stack: expect.stringContaining('at '),
  });
});

it('takes a process of another machine for gone once it gives no sign', () => {
  RunMark.set(folder);
  change({ host: 'another' });
  expect(leftMarks(folder)).toEqual([]);
  change({ host: 'another' }, 120_000);
  expect(leftMarks(folder)).toHaveLength(1);
});

it('is not led astray by what else lies there', () => {
  RunMark.set(folder);
  writeFileSync(`${only()}.new`, '{');
  writeFileSync(join(folder, 'running', 'x.json'), 'null');
  writeFileSync(join(folder, 'running', 'y.json'), '{"pid":"1"}');
  expect(leftMarks(folder)).toEqual([]);
});
