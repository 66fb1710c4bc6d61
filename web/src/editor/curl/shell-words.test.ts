import { describe, expect, it } from 'vitest';
import { shellOf, shellWords } from './shell-words.ts';

const words = (text: string) => shellWords(text).words;

describe('words of a command line', () => {
  it.each([
    ["curl 'a b' c", ['curl', 'a b', 'c']],
    [`curl "a \\"b\\" \\$c \\n" d\\ e`, ['curl', 'a "b" $c \\n', 'd e']],
    ["curl 'it'\\''s'", ['curl', "it's"]],
    ["curl $'a\\nb\\'c\\u00e9\\x41\\101'", ['curl', "a\nb'céAA"]],
    ['curl \\\n  -H x \\\r\n  y\n', ['curl', '-H', 'x', 'y']],
    [`curl -d ''`, ['curl', '-d', '']],
    [`curl "a"'b'c`, ['curl', 'abc']],
  ])('of bash: %j', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    [`curl "https://x.test/?a=1^&b=2" ^\n  -H "A: \\"b\\""`, ['curl', 'https://x.test/?a=1^&b=2', '-H', 'A: "b"']],
    [
      `curl ^"https://x.test/?a=1^&b=2^" ^\r\n  -H ^"A: ^\\^"b^\\^"^"`,
      ['curl', 'https://x.test/?a=1&b=2', '-H', 'A: "b"'],
    ],
    [`curl --data-raw ^"^{^\\^"n^\\^":1^}^"`, ['curl', '--data-raw', '{"n":1}']],
  ])('of cmd: %j', (text, expected) => {
    expect(shellOf(text)).toBe('cmd');
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['curl.exe `\n -H "A: `"b`"" \'it\'\'s\'', ['curl.exe', '-H', 'A: "b"', "it's"]],
    [`curl.exe -d '{\\"a\\": 1}' x`, ['curl.exe', '-d', '{"a": 1}', 'x']],
  ])('of PowerShell: %j', (text, expected) => {
    expect(shellOf(text)).toBe('powershell');
    expect(words(text)).toEqual(expected);
  });

  it('end where another command begins, and tell of what the shell would put in', () => {
    expect(shellWords('curl x | jq .')).toMatchObject({ words: ['curl', 'x'], rest: true });
    expect(shellWords('curl x;')).toMatchObject({ words: ['curl', 'x'], rest: false });
    expect(shellWords('curl -H "A: $TOKEN" x/${ID}')).toMatchObject({
      words: ['curl', '-H', 'A: $TOKEN', 'x/${ID}'],
      unknown: ['$TOKEN', '${ID}'],
    });
  });

  it('refuse a quote that is not closed', () => {
    for (const text of ["curl 'a", 'curl "a', "curl $'a", 'curl ^"a', 'curl.exe "a']) {
      expect(() => shellWords(text)).toThrow(SyntaxError);
    }
  });
});
