import { expect, it } from 'vitest';
import { StreamPlaces } from './stream-places.js';

const full = { status: 429, code: 'rate.limited' };

it('are so many of a person for each kind, so many of a tenant, and come back once', () => {
  const places = new StreamPlaces();
  const ada = { userId: 'ada', tenantId: 'one' };
  const own = Array.from({ length: 20 }, () => places.take('workflow', ada));
  expect(() => places.take('workflow', ada)).toThrow(expect.objectContaining(full));
  places.take('execution', ada);
  own[0]?.();
  own[0]?.();
  places.take('workflow', ada);
  expect(() => places.take('workflow', ada)).toThrow(expect.objectContaining(full));
  for (let n = 21; n < 500; n++) places.take('execution', { userId: `person ${n}`, tenantId: 'one' });
  expect(() => places.take('execution', { userId: 'last', tenantId: 'one' })).toThrow(/your tenant/);
  expect(() => places.take('execution', { userId: 'last', tenantId: 'two' })).not.toThrow();
});
