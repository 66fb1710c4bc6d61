import type { WorkflowNode } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { isAmong } from '../../../http/client-address.js';
import { callRules, isBot } from './call-rules.js';

const node = (parameters: WorkflowNode['parameters']): WorkflowNode => ({
  id: 'n',
  name: 'Webhook',
  type: 'webhookTrigger',
  version: 1,
  position: [0, 0],
  parameters,
});
const mayCall = (ipAllowlist: string, ip: string) => {
  const { allowed } = callRules(node({ options: { ipAllowlist } }));
  return allowed === undefined || isAmong(allowed, ip);
};

describe('addresses that may call', () => {
  it.each([
    ['', '8.8.8.8', true],
    ['10.0.0.1, 10.0.0.2', '10.0.0.2', true],
    ['10.0.0.1', '10.0.0.11', false],
    ['10.0.0.0/8', '10.9.8.7', true],
    ['10.0.0.0/8', '::ffff:10.9.8.7', true],
    ['2001:db8::/32', '2001:db8::1', true],
    ['2001:db8::/32', '10.0.0.1', false],
    ['10.0.0.0/99', '10.0.0.1', false],
    ['nonsense', '10.0.0.1', false],
  ])('of %j, %s: %s', (allowlist, ip, may) => {
    expect(mayCall(allowlist, ip)).toBe(may);
  });
});

it.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
  ['facebookexternalhit/1.1', true],
  ['Slackbot-LinkExpanding 1.0', true],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36', false],
  [undefined, false],
])('a caller %j is a bot: %s', (agent, bot) => {
  expect(isBot(agent)).toBe(bot);
});

it('a star allows every origin', () => {
  expect(callRules(node({ options: { allowedOrigins: '*' } })).origins).toBeUndefined();
  expect(callRules(node({ options: { allowedOrigins: 'https://a, https://b' } })).origins).toEqual([
    'https://a',
    'https://b',
  ]);
});
