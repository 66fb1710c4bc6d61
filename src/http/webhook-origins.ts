import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { PublicAddress } from './public-address.js';

/** Where webhooks and forms are called from outside. Origins come without a trailing slash. */
@Injectable()
export class WebhookOrigins {
  constructor(
    private readonly config: Config,
    private readonly address: PublicAddress,
  ) {}

  /** Whether each tenant has an origin of its own: `WEBHOOK_URL=https://*.hooks.example.com`. */
  get arePerTenant(): boolean {
    return this.config.WEBHOOK_URL?.includes('*') ?? false;
  }

  /** The one that tenants share: `WEBHOOK_URL`, or the app's where that is missing or one for each tenant. */
  get shared(): string {
    return this.arePerTenant ? this.address.base() : (this.config.WEBHOOK_URL ?? this.address.base());
  }

  /** Where a tenant is called: at its own origin, or else at the shared one. */
  of(slug: string): string {
    return this.arePerTenant ? (this.config.WEBHOOK_URL as string).replace('*', slug) : this.shared;
  }

  /**
   * The address of a webhook, which at an origin of the tenant's own needs to name the tenant no more.
   * @param path below `/webhook/`
   * @param slug of the tenant
   * @param isPlain whether the tenant holds the path where an origin is shared
   */
  addressOf(path: string, slug: string, isPlain: boolean, test = false): string {
    return this.of(slug) + this.pathOf(path, isPlain || this.arePerTenant ? null : slug, test);
  }

  /** The address that was called: `slug` is that of the tenant when the call named it. */
  calledAt(path: string, slug: string | null, test: boolean): string {
    return slug === null ? this.shared + this.pathOf(path, null, test) : this.addressOf(path, slug, false, test);
  }

  /**
   * The path of a webhook at an origin that tenants share, as it can be called; parameters stay by their names.
   * @param path in its normal form, decoded
   * @param slug of the tenant, for the path that works whoever holds the plain one; `null` for that
   */
  pathOf(path: string, slug: string | null, test = false): string {
    const root = test ? '/webhook-test' : '/webhook';
    return slug === null ? `${root}/${encoded(path)}` : `${root}/${TENANT_SEGMENT}/${slug}/${encoded(path)}`;
  }
}

/** First segment of paths that name their tenant; no path of a webhook may begin with it. */
export const TENANT_SEGMENT = 't';

/** Nearly every path: nothing of it has to be encoded. */
const UNRESERVED = /^[\w\-.~/:]*$/;

function encoded(path: string): string {
  if (UNRESERVED.test(path)) return path;
  // An encoded slash is the one thing that stays encoded in the normal form.
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent).replaceAll('%252F', '%2F');
}
