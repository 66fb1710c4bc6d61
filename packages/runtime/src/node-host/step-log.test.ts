import { expect, test } from 'vitest';
import { StepLog } from './step-log.js';

const LIMIT = 64 * 1024;

test('shows nothing of a secret, wherever its line is cut', () => {
  const secret = 'qwertz-horse-battery-staple';
  for (let shown = 0; shown <= secret.length; shown++) {
    const log = new StepLog();
    log.hide({ token: secret });
    log.add({ level: 'info', text: `${'x'.repeat(LIMIT - shown)}${secret} and the rest` });
    const [line] = log.lines ?? [];
    expect(line?.text.length).toBeLessThanOrEqual(LIMIT);
    expect(line?.text).not.toContain('q');
  }
});

test('says once that more was left out', () => {
  const log = new StepLog();
  for (let i = 0; i < 700; i++) log.add({ level: 'info', text: `${i}` });
  expect(log.lines).toHaveLength(501);
  expect(log.lines?.at(-1)).toMatchObject({ level: 'warn', text: expect.stringContaining('left out') });
});
