import { expect, it } from 'vitest';
import { resumePath } from './resume-path.js';

it.each([
  ['/webhook-waiting/run/0-ab', 'run', ['0-ab'], ''],
  ['/webhook-waiting/run/0-ab?approved=true', 'run', ['0-ab'], 'approved=true'],
  ['/webhook-waiting/run/0-ab&approved=true', 'run', ['0-ab'], 'approved=true'],
  ['/webhook-waiting/run/0-ab&a=1&b=2?c=3', 'run', ['0-ab'], 'a=1&b=2&c=3'],
  ['/webhook-waiting/run/0-ab/my/suffix?x=%26', 'run', ['0-ab', 'my', 'suffix'], 'x=%26'],
  ['/webhook-waiting/run/0-ab/a%26b', 'run', ['0-ab', 'a&b'], ''],
  ['/webhook-waiting/run', 'run', [], ''],
  ['/webhook-waiting/', '', [], ''],
  ['/webhook-waiting/%E0%A4%A', '', [], ''],
])('%s', (url, executionId, rest, query) => {
  expect(resumePath(url)).toEqual({ executionId, rest, query });
});
