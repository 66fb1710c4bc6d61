import { expect, it } from 'vitest';
import { browserOf } from './browser-of.ts';

it('names the browser and the system', () => {
  expect(browserOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36')).toBe(
    'Chrome, Linux',
  );
  expect(browserOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0')).toBe(
    'Edge, Windows',
  );
  expect(browserOf('curl/8.1')).toBe('curl');
  expect(browserOf('<b>what</b>')).toBeUndefined();
  expect(browserOf(null)).toBeUndefined();
});
