import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { credentialIn, type NodeDefinition, nodeIn, type Translation } from '@orchestrator/node-sdk';
import { describe, expect, it } from 'vitest';
import { builtinCredentials, builtinNodes } from './index.js';

const LANGUAGES = ['de'];
const HERE = dirname(fileURLToPath(import.meta.url));

/** What is no words: `GET`, `SHA-256`, `a[]=1&a[]=2`. */
const isWords = (text: string) => /\p{Ll}{2}/u.test(text);
/** A key without the parameter that it is meant for. */
const plain = (key: string) => key.replace(/^[a-z]\w*: /, '');
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Every text that a declaration asks its translation for, each with the key that it asks for first. */
function asked(definition: (typeof builtinNodes)[number] | (typeof builtinCredentials)[number]): Set<string> {
  const keys = new Set<string>();
  // A translation that has nothing, and remembers what it was asked for.
  const texts = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: (_, key) => void keys.add(String(key)),
    },
  ) as Translation['texts'];
  const asking = { ...definition, translations: { xx: { texts } } };
  if (!('group' in asking)) credentialIn(asking, 'xx');
  else portsAsked(nodeIn(asking as NodeDefinition, 'xx'));
  return keys;
}

/** Ports come by parameters: those of every choice, one at a time. */
function portsAsked({ inputs, outputs, parameters }: NodeDefinition): void {
  for (const ports of [inputs, outputs]) {
    if (typeof ports !== 'function') continue;
    ports({});
    for (const [name, parameter] of Object.entries(parameters)) {
      const values = 'choices' in parameter ? parameter.choices.map(({ value }) => value) : [true, 2];
      for (const value of values) ports({ [name]: value });
    }
  }
}

/** What the source of a node says on its own: `say('…')`, and the two texts of `counted(say, …)`. */
function said(folder: string): Set<string> {
  const files = readdirSync(folder).filter((name) => /(?<!\.(test|de))\.ts$/.test(name));
  const source = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
  const literal = `('(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*")`;
  const found = [
    ...source.matchAll(new RegExp(`\\bsay\\(\\s*${literal}`, 'g')),
    ...source.matchAll(new RegExp(`\\bcounted\\(\\s*say,[^'"]*?${literal},\\s*${literal}`, 'g')),
  ];
  return new Set(found.flatMap(([, ...texts]) => texts.filter(Boolean).map((text) => text.slice(1, -1))));
}

const folderOf = new Map(
  readdirSync(HERE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.node.ts'))
    .map((name) => [
      /^ {2}type: '(\w+)'/m.exec(readFileSync(`${HERE}/${name}`, 'utf8'))?.[1],
      `${HERE}/${dirname(name)}`,
    ]),
);
const conditionWords = said(`${HERE}/subtitle`);

describe.each(LANGUAGES)('in %s', (language) => {
  const all = [...builtinNodes, ...builtinCredentials].map((each) => [each.type, each] as const);

  describe.each(all)('%s', (type, definition) => {
    const { texts, docs, keywords } = definition.translations?.[language] ?? { texts: {} };
    const declared = asked(definition);
    const folder = folderOf.get(type);
    const spoken = folder ? said(folder) : new Set<string>();
    if (folder && readFileSync(`${folder}/${folder.split('/').at(-1)}.node.ts`, 'utf8').includes('conditionLine(')) {
      for (const text of conditionWords) spoken.add(text);
    }

    it('every text is said', () => {
      const known = new Set(Object.keys(texts).map(plain));
      const optional = examplesOf(definition.parameters);
      const missing = [...declared, ...spoken].map(plain).filter((text) => {
        const counted = text.replace(/\d+$/, '{number}');
        return isWords(text) && !optional.has(text) && !known.has(text) && !known.has(counted);
      });
      expect(missing).toEqual([]);
    });

    it('nothing is said that is not there any more', () => {
      const known = new Set([...declared, ...spoken]);
      expect(Object.keys(texts).filter((key) => !known.has(key))).toEqual([]);
    });

    it('values stand where English has them', () => {
      const other = Object.entries(texts).filter(([key, text]) => `${holes(key)}` !== `${holes(text)}`);
      expect(other).toEqual([]);
    });

    if ('docs' in definition) {
      it('has help that says what the English does', () => {
        expect(docs?.of, 'the English help changed: bring this one in line, then its fingerprint').toBe(
          fingerprint(definition.docs ?? ''),
        );
        expect(keywords?.length).toBeGreaterThan(2);
      });
    }
  });
});

it('German says “Sie”, and closes the quotes that it opens', () => {
  const german = [...builtinNodes, ...builtinCredentials].flatMap(({ translations }) => [
    ...Object.values(translations?.de?.texts ?? {}),
    translations?.de?.docs?.text ?? '',
  ]);
  expect(german.filter((text) => /\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b/.test(text))).toEqual([]);
  expect(german.filter((text) => text.split('„').length !== text.split('“').length)).toEqual([]);
});

/** Placeholders that are an example of a field's name or of an address, and so the same everywhere. */
function examplesOf(set: NodeDefinition['parameters']): Set<string> {
  const found = Object.values(set).flatMap((parameter) => [
    ...(parameter.placeholder ? [parameter.placeholder] : []),
    ...('fields' in parameter ? examplesOf(parameter.fields) : []),
  ]);
  return new Set(found.filter((text) => !/^\p{Lu}?\p{Ll}+( \p{L}+)+$/u.test(text)));
}
