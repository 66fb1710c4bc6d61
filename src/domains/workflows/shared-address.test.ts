import { expect, test } from 'vitest';
import { addressOfJson } from './shared-address.js';

test.each([
  ['https://github.com/o/r/blob/main/flows/a b.json', 'https://raw.githubusercontent.com/o/r/main/flows/a%20b.json'],
  ['https://gist.github.com/ada/0a1b', 'https://gist.githubusercontent.com/ada/0a1b/raw'],
  ['https://n8n.io/workflows/1954-ai-agent-chat/', 'https://api.n8n.io/api/workflows/templates/1954'],
  ['https://n8n.io/workflows/1954', 'https://api.n8n.io/api/workflows/templates/1954'],
  ['https://n8n.io/workflows/', 'https://n8n.io/workflows/'],
  ['https://github.com/o/r', 'https://github.com/o/r'],
  ['https://example.com/flow.json?a=1', 'https://example.com/flow.json?a=1'],
  ['no address', 'no address'],
])('%s is read from %s', (page, json) => expect(addressOfJson(page)).toBe(json));
