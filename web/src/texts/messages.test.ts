import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { messages as de } from './de/messages/index.ts';
import { teller } from './messages.ts';

const ROOT = `${dirname(fileURLToPath(import.meta.url))}/../../..`;
/** Where messages are made that people meet in the app. */
const MADE_IN = [
  'packages/workflow/src/validate',
  'packages/expression/src',
  'packages/engine/src',
  'packages/runtime/src/http',
  'packages/runtime/src/node-host',
  'packages/node-sdk/src',
  'packages/nodes/src',
  'packages/sandbox/src/isolate',
  'packages/n8n/src',
];
/** Faults of the program, of the command line or of a plug-in's author: they stay English. */
const OF_THE_PROGRAM =
  /^(A journal begins|an item repeats|the sender went away|A blob can't|a value without expressions|The method \{\} has no price|.* is declared twice$|.*CIDR block|An example of an error$)|^[a-z]+(\.[a-z_A-Z]+)+$|^\w+( \w+)?$|^Node "\{\}": \{\}$/;

describe('messages', () => {
  const tell = teller({
    'The field "{}" is not there': 'Das Feld „{1}“ fehlt',
    '{} is null, so "{}" can\'t be read from it.': '„{2}“ geht nicht: {1} ist null.',
    '"{}" was not reached: {}': '„{1}“ nicht erreicht: {2}',
    'This is a function': 'Das ist eine Funktion',
    'Try {}': 'Versuchen: {1}',
    Merge: 'Zusammenführen',
  });

  it('are said with what differs in its place', () => {
    expect(tell('This is a function')).toBe('Das ist eine Funktion');
    expect(tell('Try $json.b')).toBe('Versuchen: $json.b');
    expect(tell('This is a function.')).toBe('Das ist eine Funktion.');
    expect(tell('$json.a is null, so "b" can\'t be read from it.')).toBe('„b“ geht nicht: $json.a ist null.');
  });

  it('are said within others, but names are left as they are', () => {
    expect(tell('"Merge" was not reached: The field "Merge" is not there')).toBe(
      '„Merge“ nicht erreicht: Das Feld „Merge“ fehlt',
    );
  });

  it('that are not known stay as they are, and take no time', () => {
    const long = `The field "${'"'.repeat(100_000)}`;
    for (const text of ['', 'Out of paper', 'Try it again later', 'The field "" is not there', long])
      expect(tell(text)).toBe(text);
  });
});

describe('messages in German', () => {
  const made = MADE_IN.flatMap((folder) => filesOf(folder).flatMap(({ path, text }) => templatesOf(path, text)));

  it('are known for all that packages say', () => {
    expect(made.length).toBeGreaterThan(200);
    const tell = teller(de);
    const isKnown = (template: string) =>
      ['x1', 'first', 'input'].some((value) => {
        const message = template.replaceAll('{}', value);
        return tell(message) !== message;
      });
    const unknown = made.filter((template) => !OF_THE_PROGRAM.test(template) && !isKnown(template));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('are of messages that there are', () => {
    const all = ['packages', 'src', 'web/src/api']
      .flatMap((folder) => filesOf(folder).map(({ text }) => text))
      .join('\n')
      .replaceAll("\\'", "'")
      .replaceAll('\\\\', '\\');
    // A message may be put together from parts: one that tells it apart is looked for.
    const isThere = (english: string) =>
      english.split('{}').some((part) => part.trim().length > 2 && all.includes(part.trim().slice(0, 24)));
    expect(Object.keys(de).filter((english) => !isThere(english))).toEqual([]);
  });

  it('name what differs, and each once', () => {
    const wrong = Object.entries(de).filter(([english, german]) => {
      const count = english.split('{}').length - 1;
      const named = [...german.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place));
      return new Set(named).size !== named.length || named.some((place) => place > count || place < 1);
    });
    expect(wrong).toEqual([]);
  });
});

function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.ts$/.test(name) && !/(\.test|\.de|\.docs|\.contract|test-\w+|schema\.d)\.ts$|node_modules/.test(name),
    )
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${ROOT}/${folder}/${name}`, 'utf8') }));
}

/** The messages that a file makes: those of faults, and those that are called so. */
function templatesOf(path: string, text: string): string[] {
  const found: string[] = [];
  const add = (node: ts.Expression | undefined) => found.push(...(node ? textsOf(node) : []));
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /Fault$/.test(node.expression.getText())) {
      add(node.arguments?.[0]);
      const [, more] = node.arguments ?? [];
      if (more && ts.isObjectLiteralExpression(more)) {
        for (const member of more.properties) {
          if (ts.isPropertyAssignment(member) && member.name.getText() === 'description') add(member.initializer);
        }
      }
    }
    if (ts.isCallExpression(node) && /\blist\.(error|warning)$/.test(node.expression.getText())) add(node.arguments[2]);
    if (ts.isCallExpression(node) && /^placeholder$|\b(report|writer)\.warn$/.test(node.expression.getText()))
      add(node.arguments[0]);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'unsupported') add(node.initializer);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'message') add(node.initializer);
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'message') add(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found.filter((each) => /\p{Ll}{2}/u.test(each));
}

/** The texts that an expression may be, with `{}` where a value stands. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce<string[]>(
    (heads, { expression, literal }) => {
      const values = ts.isConditionalExpression(expression) ? textsOf(expression) : [];
      return heads.flatMap((head) =>
        (values.length > 0 ? values : ['{}']).map((value) => `${head}${value}${literal.text}`),
      );
    },
    [node.head.text],
  );
}
