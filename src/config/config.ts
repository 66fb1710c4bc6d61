import type { Setting } from './setting.js';
import { SETTINGS, type SettingName } from './settings.js';

type Values = { readonly [K in SettingName]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never };

/**
 * The settings of this process, typed and checked, by the names of their environment variables. Inject it by this
 * class: `constructor(private readonly config: Config)`.
 */
export interface Config extends Values {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class is the token for injection, the interface its type
export abstract class Config {}

/** A setting that can't be used. The message says which and what it should be; one line for every fault. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads and checks every setting.
 * @param env name to text; an empty text counts as left out
 * @throws ConfigError naming every setting that is wrong, and what it should be
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, Setting<unknown>][]) {
    const given = env[name]?.trim();
    if (given === undefined || given === '') values[name] = setting.fallback;
    else if (setting.notBuilt) faults.push(`${name} is set, but ${setting.notBuilt} is not built yet. Remove it.`);
    else {
      try {
        values[name] = setting.parse(given);
      } catch {
        faults.push(`${name} must be ${setting.expected}${setting.secret ? '' : `, not '${given.slice(0, 100)}'`}.`);
      }
    }
  }
  if (values.DATABASE_URL && !values.ENCRYPTION_KEY && faults.every((fault) => !fault.startsWith('ENCRYPTION_KEY '))) {
    faults.push(`ENCRYPTION_KEY is required with DATABASE_URL. It must be ${SETTINGS.ENCRYPTION_KEY.expected}.`);
  }
  faults.push(...sharedWithTenants(values as unknown as Config));
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return values as unknown as Config;
}

/** Where tenants have origins of their own, the app can be at none of them, nor at the domain that they set cookies for. */
function sharedWithTenants({ PUBLIC_URL, WEBHOOK_URL }: Config): string[] {
  if (!PUBLIC_URL || !WEBHOOK_URL?.includes('*')) return [];
  const domain = new URL(WEBHOOK_URL).hostname.slice('*.'.length);
  const app = new URL(PUBLIC_URL).hostname;
  if (app !== domain && !app.endsWith(`.${domain}`)) return [];
  return [`WEBHOOK_URL must be a domain that PUBLIC_URL is not in: '${app}' would be one of the tenants' own hosts.`];
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Whether anybody may register here; left to `HOST` when the setting is left out. */
export function registrationIsOpen(config: Config): boolean {
  return (config.REGISTRATION ?? (LOOPBACK.test(config.HOST) ? 'open' : 'invite')) === 'open';
}

/** Whether this process has the part `role`. */
export function hasRole(config: Config, role: 'api' | 'webhook' | 'worker' | 'scheduler'): boolean {
  return config.ROLE.includes('all') || config.ROLE.includes(role);
}

/** The address that links are made from, without a trailing slash. `port` is the one that was really bound. */
export function publicUrl(config: Config, port: number = config.PORT): string {
  if (config.PUBLIC_URL) return config.PUBLIC_URL;
  const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
