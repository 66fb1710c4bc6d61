/** Options of curl that take a value, by their short names where they have one. */
const WITH_VALUE: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  u: 'user',
  b: 'cookie',
  A: 'user-agent',
  e: 'referer',
  x: 'proxy',
  m: 'max-time',
  T: 'upload-file',
  o: 'output',
  c: 'cookie-jar',
  w: 'write-out',
  r: 'range',
  E: 'cert',
  K: 'config',
  D: 'dump-header',
  U: 'proxy-user',
  y: 'speed-time',
  Y: 'speed-limit',
  z: 'time-cond',
  C: 'continue-at',
  t: 'telnet-option',
  Q: 'quote',
  P: 'ftp-port',
};
const LONG_WITH_VALUE = new Set([
  ...Object.values(WITH_VALUE),
  'data-ascii',
  'data-raw',
  'data-binary',
  'data-urlencode',
  'json',
  'form-string',
  'oauth2-bearer',
  'url',
  'url-query',
  'max-redirs',
  'connect-timeout',
  'retry',
  'retry-delay',
  'retry-max-time',
  'limit-rate',
  'cacert',
  'capath',
  'cert-type',
  'key',
  'key-type',
  'pass',
  'ciphers',
  'resolve',
  'connect-to',
  'interface',
  'aws-sigv4',
  'unix-socket',
  'max-filesize',
  'noproxy',
  'preproxy',
  'socks5',
  'socks5-hostname',
  'tls-max',
  'keepalive-time',
  'trace',
  'trace-ascii',
  'stderr',
  'dns-servers',
  'expect100-timeout',
  'happy-eyeballs-timeout-ms',
  'proto',
  'proto-default',
  'proto-redir',
  'request-target',
  'output-dir',
]);
/** Options without a value that mean something here, by their short names. */
const FLAGS: Readonly<Record<string, string>> = { G: 'get', I: 'head', k: 'insecure', L: 'location' };

/** One option of a command line, or an address, which has no name. */
export interface CurlOption {
  name: string;
  value: string;
}

/** Reads the words behind `curl` as its options and addresses, in order. */
export function curlOptions(words: readonly string[]): CurlOption[] {
  const found: CurlOption[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--') {
      found.push(...words.slice(at + 1).map((value) => ({ name: 'url', value })));
      break;
    }
    if (word.startsWith('--')) {
      const [, name = '', given] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
      if (!LONG_WITH_VALUE.has(name)) found.push({ name, value: '' });
      else if (given !== undefined) found.push({ name, value: given });
      else found.push({ name, value: words[++at] ?? '' });
    } else if (word.startsWith('-') && word.length > 1) {
      // Several letters may stand together; the value of the last is behind it, or the next word.
      for (let letter = 1; letter < word.length; letter++) {
        const short = word[letter] as string;
        const name = WITH_VALUE[short];
        if (name === undefined) {
          found.push({ name: FLAGS[short] ?? short, value: '' });
          continue;
        }
        const attached = word.slice(letter + 1);
        found.push({ name, value: attached === '' ? (words[++at] ?? '') : attached });
        break;
      }
    } else found.push({ name: 'url', value: word });
  }
  return found;
}
