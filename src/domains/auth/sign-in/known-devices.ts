import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from '../../../infrastructure/encryption/keyring.js';
import { normalEmail } from '../../users/users.service.js';

/** Accounts that one browser is known for: a family's or a support desk's, and a cookie that stays small. */
const ACCOUNTS = 4;
const ID_BYTES = 12;
/** Longer ones are none of ours, and are not looked at. */
const LONGEST = 1000;

/**
 * Browsers from which an account was signed in to before. Each keeps, in a cookie, an id and a signature over it and
 * the account; so it is told from strangers when an account is under attack. It opens nothing by itself.
 */
@Injectable()
export class KnownDevices {
  private readonly key: Buffer;

  constructor(keyring: Keyring) {
    this.key = keyring.derive('known devices');
  }

  /** The id by which the browser is known for the account, or `undefined`. */
  find(devices: string | undefined, email: string): string | undefined {
    return this.entries(devices).find((entry) => this.isOf(entry, email))?.id;
  }

  /** What the browser is to keep from now on: the account first, and what it kept of others. */
  add(devices: string | undefined, email: string): string {
    const entries = this.entries(devices);
    const known = entries.find((entry) => this.isOf(entry, email));
    const id = known?.id ?? randomBytes(ID_BYTES).toString('base64url');
    const others = entries.filter((entry) => entry !== known);
    return [{ id, mac: this.mac(id, email) }, ...others]
      .slice(0, ACCOUNTS)
      .map((entry) => `${entry.id}.${entry.mac}`)
      .join('~');
  }

  private entries(devices: string | undefined): { id: string; mac: string }[] {
    if (!devices || devices.length > LONGEST) return [];
    return devices
      .split('~')
      .slice(0, ACCOUNTS)
      .flatMap((entry) => {
        const [id, mac, ...rest] = entry.split('.');
        return id && mac && rest.length === 0 ? [{ id, mac }] : [];
      });
  }

  private isOf({ id, mac }: { id: string; mac: string }, email: string): boolean {
    const [given, real] = [Buffer.from(mac), Buffer.from(this.mac(id, email))];
    return given.length === real.length && timingSafeEqual(given, real);
  }

  private mac(id: string, email: string): string {
    return createHmac('sha256', this.key)
      .update(`${id}\0${normalEmail(email)}`)
      .digest('base64url');
  }
}
