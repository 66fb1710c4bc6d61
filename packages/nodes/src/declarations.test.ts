import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeTypeLookup, type Parameter, type ParameterSet } from '@orchestrator/node-sdk';
import { describe, expect, it } from 'vitest';
import { builtinCredentials, builtinNodes } from './index.js';

const ICONS = fileURLToPath(new URL('../../../node_modules/lucide-react/dist/esm/icons', import.meta.url));
/** Documents of JSON that a person writes as such. Everything else that has parts has a form. */
const DOCUMENTS = [
  'editFields.json',
  'executeSubworkflow.document',
  'httpRequest.bodyText',
  'httpRequest.headersJson',
  'httpRequest.queryJson',
  'respondToWebhook.json',
  'respondToWebhook.payload',
  'stopAndError.object',
];
/** Written by an import, and shown as what is kept. */
const KEPT = ['placeholder.parameters', 'placeholder.ports'];

/** Every parameter of a set and of what is in it, by its path. */
function* walk(set: ParameterSet, path: string): Generator<[string, Parameter]> {
  for (const [name, parameter] of Object.entries(set)) {
    yield [`${path}.${name}`, parameter];
    if ('fields' in parameter) yield* walk(parameter.fields, `${path}.${name}`);
  }
}
const parametersOf = [...builtinNodes, ...builtinCredentials].flatMap(({ type, parameters }) => [
  ...walk(parameters, type),
]);
const pathsOf = (wanted: (parameter: Parameter) => boolean) =>
  parametersOf.flatMap(([path, parameter]) => (wanted(parameter) ? [path] : [])).sort();

const types = nodeTypeLookup(builtinNodes);

describe.each(builtinNodes.map((node) => [node.type, node] as const))('%s', (_, node) => {
  it('says what it can do, in phrases that begin with a capital', () => {
    expect(node.actions?.length).toBeGreaterThan(0);
    for (const { label } of node.actions ?? []) expect(label).toMatch(/^[A-Z][^.]{5,60}$/);
  });

  it('presets only parameters that it has, with values that they take', () => {
    for (const { label, parameters = {} } of node.actions ?? []) {
      const faults = types.find(node.type, node.version)?.checkParameters(parameters) ?? [];
      // What a person has yet to fill in is no fault of a preset.
      const wrong = faults.filter(({ rule }) => rule !== 'parameter.required' && rule !== 'parameter.invalid');
      expect(wrong, label).toEqual([]);
    }
  });

  it('has help: what it does and what surprises people, no longer than a screen', () => {
    expect(node.docs?.length).toBeGreaterThan(150);
    expect(node.docs?.length).toBeLessThan(1_500);
    expect(node.docs).toMatch(/\*\*(Watch out|To do):\*\*/);
  });
});

it('icons are those of Lucide', () => {
  const names = [...builtinNodes, ...builtinCredentials].map(({ icon }) => icon);
  expect(names.filter((name) => !existsSync(`${ICONS}/${name}.mjs`) && !existsSync(`${ICONS}/${name}.js`))).toEqual([]);
});

/** Words that are written with a capital wherever they stand: proper names, and what is all capitals. */
const PROPER = /^(JavaScript|Python|Luxon's|Moment's|Base64|OAuth2?|PEM|SHA.*|[^a-z]+s?)$/;
/** The first word has a capital, unless it is no word (`a=1`, `*`); the others have none. */
const isSentenceCase = (text: string): boolean => {
  const [first = '', ...others] = text.split(/[\s(),:/-]+/);
  const isWord = /^[a-z'-]+$/i.test(first);
  return (
    (!isWord || /^[A-Z]/.test(first)) &&
    others.every((word) => !/[A-Z]/.test(word) || PROPER.test(word.replace(/"/g, '')))
  );
};

describe('texts of declarations', () => {
  const texts = parametersOf.flatMap(([path, parameter]) => {
    const choices = 'choices' in parameter ? parameter.choices : [];
    return [parameter, ...choices].map(({ label, description }) => ({ path, label, description }));
  });
  const types = [...builtinNodes, ...builtinCredentials];

  it('have labels and choices in sentence case, without a full stop', () => {
    const labels = [...texts, ...types.map(({ type, label }) => ({ path: type, label }))];
    // A choice that names a node says its name as it stands on the node.
    const said = labels.map(({ path, label }) => ({ path, label: label.replace(/"[^"]*"/g, '') }));
    expect(said.filter(({ label }) => label.endsWith('.') || !isSentenceCase(label))).toEqual([]);
  });

  it('have help that begins with a capital and ends with a full stop', () => {
    const help = texts.filter(({ description }) => description !== undefined && !/^[^a-z].*[.?!]$/s.test(description));
    expect(help).toEqual([]);
  });

  it('call the entries of lists by a name that goes on a sentence', () => {
    const names = parametersOf.flatMap(([path, parameter]) =>
      parameter.kind === 'list' && parameter.itemLabel !== undefined ? [[path, parameter.itemLabel]] : [],
    );
    expect(names.filter(([, name]) => !/^[a-z ]+$/.test(name ?? ''))).toEqual([]);
  });

  it('sum a node up by what it does: a verb in the third person, and a full stop', () => {
    expect(builtinNodes.filter(({ summary }) => !/^[A-Z]\w+s,? .*\.$/.test(summary)).map(({ type }) => type)).toEqual(
      [],
    );
  });

  it('sum a credential up, with a full stop', () => {
    expect(builtinCredentials.filter(({ summary }) => !/^[A-Z].*\.$/.test(summary)).map(({ type }) => type)).toEqual(
      [],
    );
  });

  it('name the same thing by the same words', () => {
    const labels = (path: RegExp) => new Set(texts.filter((each) => path.test(each.path)).map(({ label }) => label));
    expect([...labels(/\.dotNotation$/)]).toEqual(['Dots reach into objects']);
    expect([...labels(/\.outputField$/)].length).toBeLessThanOrEqual(3);
  });
});

describe('what is edited as JSON', () => {
  it('is a document that a person writes, and nothing that could have a form', () => {
    expect(pathsOf(({ kind }) => kind === 'json')).toEqual(DOCUMENTS);
    expect(pathsOf((parameter) => parameter.kind === 'any' && parameter.control === 'none')).toEqual(KEPT);
    // Whatever has a list or an object for its default is a kind with fields, or one of those above.
    const FORMS = ['filter', 'assignments', 'collection', 'group', 'list', 'resource', 'workflow', 'multiOptions'];
    const structured = pathsOf(
      ({ kind, default: value }) => typeof value === 'object' && value !== null && !FORMS.includes(kind),
    );
    expect(structured).toEqual(KEPT);
  });
});
