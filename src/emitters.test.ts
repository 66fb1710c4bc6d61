import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What makes an emitter whose `error` event ends the process when nobody hears it, with the word that it is told by. */
const MAKERS = [
  /\bnew (?:pg\.)?(?:Client|Piscina|Worker|WebSocket|Transform|PassThrough|Readable|Writable|Duplex|Agent)\(/g,
  /\b(?:spawn|fork|execFile|createServer|createReadStream|createWriteStream|busboy|connectTcp|connectTls)\(/g,
  /\b(?:createGunzip|createInflate|createInflateRaw|createBrotliDecompress|createZstdDecompress)\(/g,
  /\brequest\(\{ createConnection/g,
];
/** How an error is heard: by a listener, by a pipeline, or by whoever reads the stream to its end (`yield*`). */
const HEARD = /\.(?:on|once)\(\s*'error'|\bpipeline\(|yield\* createReadStream/g;

/** Files that leave the hearing to others, and why that is sound. */
const SOUND: Record<string, string> = {
  'packages/runtime/src/http/connector.ts': 'both kinds of sockets go through `settled`, which listens for good',
  'packages/runtime/src/http/dispatchers.ts': "undici's agents tell errors to the calls that wait",
  'packages/runtime/src/http/response-body.ts': 'several decoders are listed, one is made and goes by a pipeline',
  'packages/sandbox/src/pool/launch.ts': 'the process is handed to CodeProcess, which listens at once',
  'packages/sandbox/src/pool/network-wall.ts': 'execFile calls back with the error',
};

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', 'testing'].includes(entry.name)) yield* sources(path);
    } else if (/(?<!\.test|\.d)\.ts$/.test(entry.name) && !/^test-/.test(entry.name)) yield path;
  }
}

const files = ['src', ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/src`)]
  .flatMap((folder) => [...sources(join(ROOT, folder))])
  .map((path) => ({
    name: relative(ROOT, path).split(sep).join('/'),
    // Comments and texts name streams too.
    code: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
  }));
const count = (code: string, patterns: readonly RegExp[]) =>
  patterns.reduce((sum, pattern) => sum + (code.match(pattern)?.length ?? 0), 0);

describe('streams and emitters', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter(({ code }) => count(code, MAKERS) > 0).length).toBeGreaterThan(10);
  });

  it('have somebody who hears their errors, wherever one is made', () => {
    const deaf = files.filter(({ code }) => count(code, MAKERS) > count(code, [HEARD]));
    expect(deaf.map(({ name }) => name).sort()).toEqual(Object.keys(SOUND).sort());
  });

  it('go on to others by a pipeline, which hands on errors and ends, but for two that must not', () => {
    const piped = files.filter(({ code }) => /\.pipe\((?!\()/.test(code) && !/from 'rxjs'/.test(code));
    // A call whose body is refused is still answered: its connection must not end with the stream that counts or unpacks.
    expect(piped.map(({ name }) => name).sort()).toEqual(['src/http/body-bytes.ts', 'src/http/content-encoding.ts']);
  });
});
