import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { isToBeAsked } from './go-on.js';

const asked = (headers: FastifyRequest['headers'], setting: 'automatic' | 'always' | 'never' = 'automatic') =>
  isToBeAsked({ headers } as FastifyRequest, setting);
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';

describe('who opens the address of a wait', () => {
  it.each([
    ['a browser', { 'user-agent': CHROME, accept: 'text/html,*/*;q=0.8', 'sec-fetch-dest': 'document' }],
    ['an older one', { 'user-agent': CHROME, accept: 'text/html,*/*;q=0.8' }],
    ['one in a frame', { 'user-agent': CHROME, accept: '*/*', 'sec-fetch-mode': 'navigate' }],
    ['one that fetches ahead', { 'user-agent': CHROME, accept: '*/*', 'sec-purpose': 'prefetch;prerender' }],
    ['an older one that does', { accept: '*/*', purpose: 'prefetch' }],
    ['a mail scanner', { 'user-agent': CHROME, accept: '*/*' }],
    ['a mail scanner without an Accept', { 'user-agent': CHROME }],
    ['Slack', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', accept: '*/*' }],
    ['WhatsApp', { 'user-agent': 'WhatsApp/2.23.20.0 A' }],
    [
      'Teams',
      { 'user-agent': 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5', accept: 'application/json' },
    ],
    ['Facebook', { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' }],
    ['Telegram', { 'user-agent': 'TelegramBot (like TwitterBot)' }],
    ['Outlook', { 'user-agent': 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)' }],
  ])('%s is asked', (_who, headers) => expect(asked(headers)).toBe(true));

  it.each([
    ['curl', { 'user-agent': 'curl/8.5.0', accept: '*/*' }],
    ['Node', { 'user-agent': 'node', accept: '*/*', 'sec-fetch-mode': 'cors' }],
    [
      'axios',
      {
        'user-agent': 'axios/1.7.2',
        accept:
          'application/json,text/html,application/xhtml+xml,application/xml,text/*;q=0.9, image/*;q=0.9, */*;q=0.8',
      },
    ],
    ['Python', { 'user-agent': 'python-requests/2.31.0', accept: '*/*' }],
    [
      'a script of a page',
      { 'user-agent': CHROME, accept: '*/*', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    ],
    ['an old browser’s script that wants data', { 'user-agent': CHROME, accept: 'application/json' }],
    ['one that says nothing of itself', {}],
  ])('%s is not', (_who, headers) => expect(asked(headers)).toBe(false));

  it('is as the node says', () => {
    expect(asked({ 'user-agent': 'curl/8.5.0' }, 'always')).toBe(true);
    expect(asked({ accept: 'text/html' }, 'never')).toBe(false);
  });
});
