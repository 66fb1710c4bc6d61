import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from '../../../infrastructure/encryption/keyring.js';
import { RunSurroundings } from './run-host.js';

/** Of an HMAC-SHA-256: 128 bits are beyond guessing, and hexadecimal digits survive every mail program. */
const MAC_BYTES = 16;
const PURPOSE = 'resume addresses';
const TOKEN = /^(0|[1-9]\d{0,9})-([0-9a-f]{32})$/;

/**
 * The addresses that let runs go on. Behind the run's id stands a token for one wait of it: the number of the wait, and
 * a proof of run and number that nobody can make up who only knows the run. The number is that of the run's next wait for
 * a call, counted from 0, so an address is known before its wait begins, and fits no later one.
 */
@Injectable()
export class ResumeAddresses {
  constructor(
    private readonly keyring: Keyring,
    private readonly surroundings: RunSurroundings,
  ) {}

  /** The address for one wait of a run. */
  async of(tenantId: string, executionId: string, callWait: number): Promise<string> {
    const { webhookOrigin } = await this.surroundings.of(tenantId);
    return `${webhookOrigin}/webhook-waiting/${executionId}/${this.token(executionId, callWait)}`;
  }

  /** What stands behind the run's id in the address for one wait of it. */
  token(executionId: string, callWait: number): string {
    return `${callWait}-${mac(this.keyring.derive(PURPOSE), executionId, callWait).toString('hex')}`;
  }

  /** The number of the wait that a token is for; `undefined` when it is none of ours for this run. */
  waitOf(executionId: string, token: string): number | undefined {
    const [, number, given = ''] = TOKEN.exec(token) ?? [];
    if (number === undefined) return undefined;
    const proof = Buffer.from(given, 'hex');
    const isOurs = this.keyring
      .deriveAll(PURPOSE)
      .some((key) => timingSafeEqual(mac(key, executionId, Number(number)), proof));
    return isOurs ? Number(number) : undefined;
  }
}

function mac(key: Buffer, executionId: string, callWait: number): Buffer {
  return createHmac('sha256', key).update(`${executionId}\n${callWait}`).digest().subarray(0, MAC_BYTES);
}
