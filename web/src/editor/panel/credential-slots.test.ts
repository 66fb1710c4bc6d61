import { describe, expect, it } from 'vitest';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { credentialSlots, withCredential } from './credential-slots.ts';

const caller = {
  parameters: {
    credentialType: { kind: 'string', label: 'Credential', default: '' },
    sslCertificates: { kind: 'boolean', label: 'Certificate', default: false },
  },
  credentials: [
    { type: 'basic', required: true, show: { credentialType: ['basic'] } },
    { type: 'header', required: true, show: { credentialType: ['header'] } },
    { type: 'ssl', required: true, show: { sslCertificates: [true] } },
  ],
} as unknown as NodeType;
const trigger = {
  parameters: { authentication: { kind: 'options', label: 'Who', default: 'none' } },
  credentials: [{ type: 'basic', required: true, show: { authentication: ['basicAuth'] } }],
} as unknown as NodeType;
const signing = ['basic', 'header', 'ssl', 'shopApi'];
const header = { header: { id: '1', name: 'Shop' } };

describe('the places for credentials', () => {
  it('of a node that takes any type are one, for all that sign calls', () => {
    expect(credentialSlots({ parameters: {} }, caller, signing)).toEqual([
      { types: ['basic', 'header', 'shopApi'], type: undefined, value: undefined, required: false, named: true },
    ]);
    const set = { parameters: { credentialType: 'header', sslCertificates: true }, credentials: header };
    expect(credentialSlots(set, caller, signing)).toMatchObject([
      { type: 'header', value: { id: '1' }, named: true },
      { types: ['ssl'], type: 'ssl', required: true, named: false },
    ]);
  });

  it('keep a type that is not known here, and leave one that an expression names alone', () => {
    const imported = { parameters: { credentialType: 'goneApi' } };
    expect(credentialSlots(imported, caller, signing)[0]?.types).toContain('goneApi');
    expect(credentialSlots({ parameters: { credentialType: '={{ $json.a }}' } }, caller, signing)).toEqual([]);
  });

  it('are shown as the node is set', () => {
    expect(credentialSlots({ parameters: {} }, trigger, signing)).toEqual([]);
    expect(credentialSlots({ parameters: { authentication: 'basicAuth' } }, trigger, signing)).toMatchObject([
      { types: ['basic'], required: true },
    ]);
  });
});

describe('picking a credential', () => {
  const node = { parameters: { credentialType: 'header', url: 'u' }, credentials: header };
  const slot = () => credentialSlots(node, caller, signing)[0]!;

  it('picks its type as well, and forgets the one before', () => {
    expect(withCredential(node, slot(), { type: 'basic', id: '2', name: 'Other' })).toEqual({
      parameters: { credentialType: 'basic', url: 'u' },
      credentials: { basic: { id: '2', name: 'Other' } },
    });
  });

  it('can be taken back', () => {
    expect(withCredential(node, slot(), undefined)).toEqual({ parameters: { url: 'u' }, credentials: undefined });
  });
});
