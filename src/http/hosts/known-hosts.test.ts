import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config/config.js';
import { readHost } from './host-header.js';
import { KnownHosts } from './known-hosts.js';

function hosts(env: Record<string, string> = {}, appUrl = env.PUBLIC_URL ?? 'http://127.0.0.1:3000'): KnownHosts {
  return new KnownHosts(readConfig(env), appUrl);
}
const served = (known: KnownHosts, host: string) => known.placeOf(host)?.serves;

describe('a Host header', () => {
  it.each([
    ['Flows.Example.com', { name: 'flows.example.com', port: '', isAddress: false }],
    ['flows.example.com.:8443', { name: 'flows.example.com', port: '8443', isAddress: false }],
    ['flows.example.com:', { name: 'flows.example.com', port: '', isAddress: false }],
    ['192.168.0.7:3000', { name: '192.168.0.7', port: '3000', isAddress: true }],
    ['[2001:DB8::1]:3000', { name: '2001:db8::1', port: '3000', isAddress: true }],
    ['[::ffff:127.0.0.1]', { name: '::ffff:127.0.0.1', port: '', isAddress: true }],
    // Not what a browser sends for an address, so no address.
    ['127.1', { name: '127.1', port: '', isAddress: false }],
    ['0x7f000001', { name: '0x7f000001', port: '', isAddress: false }],
  ])('is read: %s', (text, host) => expect(readHost(text)).toEqual(host));

  it.each([
    '',
    ' ',
    '.',
    ':3000',
    'a..b',
    'flows.example.com..',
    '-a.example.com.-',
    'user@flows.example.com',
    'flows.example.com@evil.org',
    'flows.example.com/evil.org',
    'flows.example.com, evil.org',
    'flows.example.com#evil.org',
    'flows.example.com:80:80',
    'flows.example.com:x',
    '[::1',
    '::1',
    '[127.0.0.1]',
    '[fe80::1%25eth0]',
    'fl%6fws.example.com',
    'flöws.example.com',
    `${'a'.repeat(300)}.com`,
  ])('is none: %j', (text) => expect(readHost(text)).toBeUndefined());
});

describe('the hosts that a server answers for', () => {
  it('are addresses, loopback’s names, its own and those that are allowed', () => {
    const known = hosts({ PUBLIC_URL: 'https://flows.example.com', ALLOWED_HOSTS: 'flows.internal, Orchestrator' });
    for (const host of [
      'flows.example.com',
      'FLOWS.example.com.:443',
      'localhost:3000',
      'LOCALHOST.',
      'app.localhost',
      '127.0.0.1:3000',
      '10.0.0.4',
      '[::1]:3000',
      'flows.internal:3000',
      'orchestrator',
    ]) {
      expect([host, served(known, host)]).toEqual([host, 'app']);
    }
    for (const host of [
      'evil.org',
      'flows.example.com.evil.org',
      'example.com',
      'x.flows.example.com',
      'notlocalhost',
      'localhost.evil.org',
      '127.0.0.1.nip.io',
      '127.1',
      '2130706433',
      'x.orchestrator',
    ]) {
      expect([host, served(known, host)]).toEqual([host, undefined]);
    }
  });

  it('is HTTPS alone by the name that has it', () => {
    const known = hosts({ PUBLIC_URL: 'https://flows.example.com', WEBHOOK_URL: 'http://hooks.example.com' });
    expect(known.placeOf('flows.example.com')?.isSecure).toBe(true);
    for (const host of ['localhost', '10.0.0.4', 'hooks.example.com'])
      expect(known.placeOf(host)?.isSecure).toBe(false);
  });

  it('serves webhooks alone at a host of their own, whatever its port', () => {
    const known = hosts({
      PUBLIC_URL: 'https://flows.example.com',
      WEBHOOK_URL: 'https://hooks.example.com',
      ALLOWED_HOSTS: 'hooks.example.com',
    });
    for (const host of ['hooks.example.com', 'Hooks.example.com.', 'hooks.example.com:8443']) {
      expect(known.placeOf(host)).toEqual({ serves: 'webhooks', isSecure: true });
    }
    expect(served(known, 'flows.example.com')).toBe('app');
    expect(served(known, 'x.hooks.example.com')).toBeUndefined();
  });

  it('tells the app and webhooks of one host apart by port', () => {
    const known = hosts({ PUBLIC_URL: 'https://example.com:8443', WEBHOOK_URL: 'https://example.com' });
    expect(
      ['example.com', 'example.com:443', 'example.com:8443', 'example.com:80'].map((host) => served(known, host)),
    ).toEqual(['webhooks', 'webhooks', 'app', 'app']);
    const shared = hosts({ PUBLIC_URL: 'https://example.com', WEBHOOK_URL: 'http://example.com' });
    expect(served(shared, 'example.com')).toBe('app');
  });

  it('names the tenant whose host it is', () => {
    const known = hosts({ PUBLIC_URL: 'https://flows.example.com', WEBHOOK_URL: 'https://*.hooks.example.com' });
    expect(known.placeOf('Acme.hooks.example.com')).toEqual({ serves: 'webhooks', tenant: 'acme', isSecure: true });
    for (const host of ['hooks.example.com', 'a.b.hooks.example.com', '.hooks.example.com', 'acmehooks.example.com']) {
      expect([host, known.placeOf(host)]).toEqual([host, undefined]);
    }
  });

  it('never gives the app to a host of webhooks or of nobody, however it is spelt', () => {
    const known = hosts({ PUBLIC_URL: 'https://flows.example.com', WEBHOOK_URL: 'https://*.hooks.example.com' });
    const spelt = fc
      .tuple(
        fc.constantFrom('acme.hooks.example.com', 'hooks.example.com', 'evil.org', 'flows.example.com.evil.org'),
        fc.constantFrom(
          '',
          '.',
          ':80',
          ':443',
          '.:3000',
          '@flows.example.com',
          '/flows.example.com',
          '\tflows.example.com',
        ),
        fc.infiniteStream(fc.boolean()),
      )
      .map(
        ([name, end, upper]) =>
          name.replace(/[a-z]/g, (letter) => (upper.next().value ? letter.toUpperCase() : letter)) + end,
      );
    fc.assert(fc.property(spelt, (host) => served(known, host) !== 'app'));
  });

  it('forgets hosts that somebody makes up', () => {
    const known = hosts();
    for (let i = 0; i < 5_000; i++) known.placeOf(`h${i}.evil.org`);
    expect(served(known, 'localhost')).toBe('app');
  });
});
