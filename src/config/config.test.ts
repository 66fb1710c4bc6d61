import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, publicUrl, readConfig, registrationIsOpen } from './config.js';
import { configurationPage } from './configuration-page.js';

describe('readConfig', () => {
  it('gives the defaults of the contract', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './.data',
      ROLE: ['all'],
      RETENTION_DAYS: 30,
    });
    expect(config.DATABASE_URL).toBeUndefined();
  });

  it('names every wrong setting and what it should be', () => {
    expect(() => readConfig({ PORT: 'eighty', LOG_LEVEL: 'loud' })).toThrow(
      /PORT must be a whole number from 0 to 65535, not 'eighty'\.\nLOG_LEVEL must be one of trace, debug/,
    );
  });

  it.each(['REDIS_URL', 'RABBITMQ_URL', 'INFLUXDB_URL', 'ELASTICSEARCH_URL', 'S3_URL'])('refuses %s', (name) => {
    expect(() => readConfig({ [name]: 'http://127.0.0.1:1' })).toThrow(`${name} is set, but`);
  });

  it('never repeats a secret', () => {
    expect(() => readConfig({ ENCRYPTION_KEY: 'hunter2' })).toThrow(ConfigError);
    expect(() => readConfig({ ENCRYPTION_KEY: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it('wants an encryption key with a database of its own', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://db/x' })).toThrow(
      'ENCRYPTION_KEY is required with DATABASE_URL',
    );
  });

  it('takes an origin for each tenant, apart from the app', () => {
    expect(readConfig({ WEBHOOK_URL: 'HTTPS://*.Hooks.example.com:8443/' }).WEBHOOK_URL).toBe(
      'https://*.hooks.example.com:8443',
    );
    for (const WEBHOOK_URL of [
      'https://*',
      'https://*.127.0.0.1',
      'https://*.[::1]',
      'https://a.*.example.com',
      'https://*.*.example.com',
      'https://*.example.com/x',
      'https://u@*.example.com',
    ]) {
      expect(() => readConfig({ WEBHOOK_URL }), WEBHOOK_URL).toThrow('WEBHOOK_URL must be an address');
    }
    for (const PUBLIC_URL of ['https://hooks.example.com', 'https://app.hooks.example.com', 'https://*.example.com']) {
      expect(() => readConfig({ WEBHOOK_URL: 'https://*.hooks.example.com', PUBLIC_URL }), PUBLIC_URL).toThrow(
        ConfigError,
      );
    }
    expect(() =>
      readConfig({ WEBHOOK_URL: 'https://*.hooks.example.com', PUBLIC_URL: 'https://flows.example.com' }),
    ).not.toThrow();
  });

  it('takes a list of roles', () => {
    expect(readConfig({ ROLE: 'api, webhook' }).ROLE).toEqual(['api', 'webhook']);
    expect(() => readConfig({ ROLE: 'api,boss' })).toThrow('ROLE must be one or more of all, api');
  });

  it('opens registration on loopback only', () => {
    expect(registrationIsOpen(readConfig({}))).toBe(true);
    expect(registrationIsOpen(readConfig({ HOST: '0.0.0.0' }))).toBe(false);
    expect(registrationIsOpen(readConfig({ HOST: '0.0.0.0', REGISTRATION: 'open' }))).toBe(true);
  });

  it('makes the public address', () => {
    expect(publicUrl(readConfig({}))).toBe('http://127.0.0.1:3000');
    expect(publicUrl(readConfig({ HOST: '::1' }), 8080)).toBe('http://[::1]:8080');
    expect(publicUrl(readConfig({ PUBLIC_URL: 'https://flows.example.com/' }))).toBe('https://flows.example.com');
  });
});

it('docs/configuration.md is what the declarations say (npm run docs writes it)', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configurationPage());
});
