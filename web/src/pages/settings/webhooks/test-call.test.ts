import { describe, expect, it } from 'vitest';
import { isText, parameterNames, readable, readHeaders, requestOf, targetOf } from './test-call.ts';

const draft = { method: 'POST', path: '/webhook-test/a', values: {}, query: '', headers: '', body: '{}' };

describe('the target of a test call', () => {
  it('has the values of its parameters, in a form that can’t leave their segment', () => {
    const path = '/webhook-test/a1/orders/:id/lines/:line';
    expect(parameterNames(path)).toEqual(['id', 'line']);
    expect(targetOf({ path, values: { id: '7/../8', line: 'ä' }, query: '?a=1&b=2' })).toBe(
      '/webhook-test/a1/orders/7%2F..%2F8/lines/%C3%A4?a=1&b=2',
    );
  });
});

describe('the headers of a test call', () => {
  it('are read a line each', () => {
    expect(readHeaders('X-Key: a:b\n\n accept : text/plain ')).toEqual({
      headers: [
        ['X-Key', 'a:b'],
        ['accept', 'text/plain'],
      ],
    });
    expect(readHeaders('X-Key: a\nno header')).toEqual({ wrong: 'no header' });
  });
  it('say JSON for a body, unless they say otherwise', () => {
    expect(requestOf(draft, []).headers).toEqual([['content-type', 'application/json']]);
    expect(requestOf(draft, [['Content-Type', 'text/plain']]).headers).toEqual([['Content-Type', 'text/plain']]);
    expect(requestOf({ ...draft, method: 'GET' }, [])).toMatchObject({ headers: [], body: undefined });
  });
});

describe('an answer', () => {
  it('is laid out when it is JSON, and is no text when it is a picture', () => {
    expect(readable('{"a":1}', 'application/json; charset=utf-8')).toBe('{\n  "a": 1\n}');
    expect(readable('{"a":', 'application/json')).toBe('{"a":');
    expect(['application/problem+json', 'text/html', null, 'image/png'].map(isText)).toEqual([true, true, true, false]);
  });
});
