import { describe, expect, it } from 'vitest';
import { Keyring } from '../../../infrastructure/encryption/keyring.js';
import { ResumeAddresses } from './resume-addresses.service.js';

const RUN = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';
const OTHER = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5f';
const surroundings = { of: () => ({ webhookOrigin: 'https://flows.example', timezone: 'UTC' }) };
const addresses = (secret: string, old: string[] = []) => new ResumeAddresses(new Keyring(secret, old), surroundings);

describe('an address that lets a run go on', () => {
  const ours = addresses('one');

  it('tells the wait that it is for', async () => {
    for (const wait of [0, 1, 12]) expect(ours.waitOf(RUN, ours.token(RUN, wait))).toBe(wait);
    expect(await ours.of('tenant', RUN, 0)).toBe(`https://flows.example/webhook-waiting/${RUN}/${ours.token(RUN, 0)}`);
  });

  it('stays the same, so that a step that runs again sends the same one', () => {
    expect(ours.token(RUN, 3)).toBe(addresses('one').token(RUN, 3));
  });

  it('is good for no other wait, no other run and no other installation', () => {
    const token = ours.token(RUN, 0);
    expect(ours.waitOf(OTHER, token)).toBeUndefined();
    expect(ours.waitOf(RUN, token.replace(/^0/, '1'))).toBeUndefined();
    expect(addresses('two').waitOf(RUN, token)).toBeUndefined();
  });

  it('stays good when the key is changed, as long as the old one can be read with', () => {
    expect(addresses('two', ['one']).waitOf(RUN, ours.token(RUN, 2))).toBe(2);
  });

  it.each(['', '0', '0-', '-1', '00-', '0-zz', 'yes', '99999999999-'])('%j is none', (start) => {
    expect(ours.waitOf(RUN, start)).toBeUndefined();
    expect(ours.waitOf(RUN, `${start}${'0'.repeat(32)}`)).toBeUndefined();
    expect(ours.waitOf(RUN, `${ours.token(RUN, 0)}${start || '0'}`)).toBeUndefined();
  });
});
