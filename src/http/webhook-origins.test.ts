import { expect, it } from 'vitest';
import { readConfig } from '../config/config.js';
import { PublicAddress } from './public-address.js';
import { WebhookOrigins } from './webhook-origins.js';

/** Before the server listens, the app is where its settings say. */
function origins(env: Record<string, string>): WebhookOrigins {
  const config = readConfig({ PUBLIC_URL: 'https://flows.example.com', ...env });
  return new WebhookOrigins(config, new PublicAddress(config, {} as never));
}

it('is the app’s origin unless webhooks have their own', () => {
  const app = origins({});
  expect(app.of('acme')).toBe('https://flows.example.com');
  expect(app.addressOf('orders', 'acme', true)).toBe('https://flows.example.com/webhook/orders');
  expect(app.addressOf('orders', 'acme', false)).toBe('https://flows.example.com/webhook/t/acme/orders');
  expect(app.calledAt('orders', null, true)).toBe('https://flows.example.com/webhook-test/orders');
});

it('is one origin for all tenants, apart from the app', () => {
  const own = origins({ WEBHOOK_URL: 'https://hooks.example.com/' });
  expect(own.of('acme')).toBe('https://hooks.example.com');
  expect(own.addressOf('orders', 'acme', true, true)).toBe('https://hooks.example.com/webhook-test/orders');
  expect(own.calledAt('orders', 'acme', false)).toBe('https://hooks.example.com/webhook/t/acme/orders');
});

it('is one origin for each tenant, where no path needs to name it', () => {
  const each = origins({ WEBHOOK_URL: 'https://*.hooks.example.com:8443' });
  expect(each.of('acme')).toBe('https://acme.hooks.example.com:8443');
  for (const isPlain of [true, false]) {
    expect(each.addressOf('orders', 'acme', isPlain)).toBe('https://acme.hooks.example.com:8443/webhook/orders');
  }
  expect(each.calledAt('orders', 'acme', false)).toBe('https://acme.hooks.example.com:8443/webhook/orders');
  // The plain path leads somewhere at the app's own host alone.
  expect(each.calledAt('orders', null, false)).toBe('https://flows.example.com/webhook/orders');
});
