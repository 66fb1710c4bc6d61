import { describe, expect, it } from 'vitest';
import { hasParameters, literalSegments, matchPath, normalPath } from './path-pattern.js';

describe('paths of webhooks', () => {
  it('match segment by segment', () => {
    expect(matchPath('orders', 'orders')).toEqual({});
    expect(matchPath('orders', 'orders/extra')).toBeUndefined();
    expect(matchPath('orders', 'ORDERS')).toBeUndefined();
    expect(matchPath('id/users/:user/items/:item', 'id/users/ada/items/42')).toEqual({ user: 'ada', item: '42' });
    expect(matchPath('id/users/:user/items/:item', 'id/users/ada/items')).toBeUndefined();
  });

  it('are normal without slashes at their ends', () => {
    expect(normalPath('/a//b/')).toBe('a/b');
    expect(hasParameters('a/:b')).toBe(true);
    expect(hasParameters('a/:')).toBe(false);
    expect(literalSegments('a/:b/c')).toBe(2);
  });

  it('never set a prototype', () => {
    const parameters = matchPath(':__proto__', 'x');
    expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype);
  });
});
