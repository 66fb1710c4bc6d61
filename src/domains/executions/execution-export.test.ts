import { expect, it } from 'vitest';
import { executionsCsv } from './execution-export.js';

it('writes cells that no spreadsheet takes for a formula, and quotes what has to be', () => {
  const row = { id: '1', workflowName: '=HYPERLINK("x")', status: 'error', error: { message: 'a, "b"\nc' } };
  const [head, line] = executionsCsv([row as never]).split('\r\n');
  expect(head).toContain('id,workflowId,workflowName');
  expect(line).toContain(`"'=HYPERLINK(""x"")"`);
  expect(line).toContain('"a, ""b""');
});
