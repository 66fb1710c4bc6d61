import { Injectable } from '@nestjs/common';
import { networkOf } from '../../http/client-address.js';
import type { Principal } from '../../http/principal.js';
import { BackgroundAudit } from './sign-in/background-audit.js';

/** Keys with a network that this process has told of; beyond it, all are forgotten, and told to the database again. */
const REMEMBERED = 50_000;
/** Networks of one key that are told in a day: a program that moves about all the time says nothing new by it. */
const OF_ONE_KEY = 20;

/** Tells the audit when an API key is used from a network that it was not used from before. */
@Injectable()
export class ApiKeyPlaces {
  private readonly told = new Set<string>();
  private readonly today = new Map<string, number>();
  private day = '';

  constructor(private readonly audit: BackgroundAudit) {}

  seen(key: Principal, ip: string): void {
    const network = networkOf(ip);
    const place = `${key.id} ${network}`;
    if (this.told.has(place)) return;
    this.turnOver();
    const count = (this.today.get(key.id) ?? 0) + 1;
    if (count > OF_ONE_KEY) return;
    this.today.set(key.id, count);
    this.told.add(place);
    this.audit.inTenant(key.tenantId, key, {
      action: 'apiKey.used_from_new_address',
      target: { type: 'apiKey', id: key.id },
      after: { from: network },
      once: `apiKey.used ${place}`,
    });
  }

  private turnOver(): void {
    const day = new Date().toISOString().slice(0, 10);
    if (day !== this.day || this.today.size >= REMEMBERED) this.today.clear();
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.day = day;
  }
}
