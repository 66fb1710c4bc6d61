import { expect, it } from 'vitest';
import { curlOf } from './curl.ts';

it('writes a call for the command line', () => {
  expect(curlOf('GET', 'http://a/b')).toBe(`curl -X GET 'http://a/b'`);
  expect(curlOf('POST', 'http://a/b')).toContain(`-d '{"hello":"world"}'`);
});
it('lets no address out of its quotes', () => {
  expect(curlOf('GET', `http://a/'; rm -rf /'`)).toBe(`curl -X GET 'http://a/'\\''; rm -rf /'\\'''`);
});
