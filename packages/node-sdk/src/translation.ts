import type { JsonObject } from '@orchestrator/workflow';
import type { CredentialDefinition, NodeDefinition, NodePort } from './define-node.js';
import type { Parameter, ParameterSet } from './parameters.js';

/**
 * What a type of node or credential says in another language. The declaration is the source, in English: its texts are
 * the keys, so that a text that changes is seen to want another translation, and falls back to English until it has one.
 */
export interface Translation {
  /**
   * Each English text with its translation. `{count}` stands for a value. Where one text means two things, the key is
   * `parameter: text`.
   */
  texts: Readonly<Record<string, string>>;
  /** Words that people search for in that language. */
  keywords?: readonly string[];
  /** Help, in Markdown. `of` is the fingerprint of the English that it says the same as: SHA-256, first 8 hex digits. */
  docs?: { of: string; text: string };
}

/** By language, as a primary subtag of BCP 47: `de`. */
export type Translations = Readonly<Record<string, Translation>>;

/** Says an English text in the wanted language, with values in place of `{name}`. */
export type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** How a declaration speaks a language; English where it has no translation. */
export function sayIn(translations: Translations | undefined, language: string): Say {
  const texts = textsIn(translations, language);
  return (english, values) => filledIn(lookUp(texts, english) ?? english, values);
}

/** The languages that any of the declarations speaks besides English. */
export function languagesOf(definitions: readonly { translations?: Translations }[]): ReadonlySet<string> {
  return new Set(definitions.flatMap(({ translations }) => Object.keys(translations ?? {})));
}

/** The same type of node with every text that people read in the given language, where it has one. */
export function nodeIn(definition: NodeDefinition, language: string): NodeDefinition {
  const translation = translationIn(definition.translations, language);
  if (!translation) return definition;
  const { label, keywords = [], inputs, outputs } = definition;
  const read = reader(translation.texts);
  const ports = (given: NodeDefinition['inputs']): NodeDefinition['inputs'] => {
    if (!given) return given;
    return typeof given === 'function'
      ? (raw: JsonObject) => given(raw).map((port) => portIn(port, read))
      : given.map((port) => portIn(port, read));
  };
  return {
    ...definition,
    label: read(label),
    summary: read(definition.summary),
    // Who knows the English name still finds it.
    keywords: [...(translation.keywords ?? []), label, ...keywords],
    actions: definition.actions?.map((action) => ({ ...action, label: read(action.label) })),
    docs: translation.docs?.text ?? definition.docs,
    inputs: ports(inputs),
    outputs: ports(outputs),
    parameters: parametersIn(definition.parameters, read),
  };
}

/** The same type of credential in the given language. */
export function credentialIn(definition: CredentialDefinition, language: string): CredentialDefinition {
  const translation = translationIn(definition.translations, language);
  if (!translation) return definition;
  const read = reader(translation.texts);
  return {
    ...definition,
    label: read(definition.label),
    summary: read(definition.summary),
    parameters: parametersIn(definition.parameters, read),
  };
}

type Read = (text: string, name?: string) => string;

const reader =
  (texts: Translation['texts']): Read =>
  (text, name) =>
    (name === undefined ? undefined : lookUp(texts, `${name}: ${text}`)) ?? lookUp(texts, text) ?? text;

function parametersIn(set: ParameterSet, read: Read): ParameterSet {
  return Object.fromEntries(Object.entries(set).map(([name, each]) => [name, parameterIn(each, name, read)]));
}

function parameterIn(parameter: Parameter, name: string, read: Read): Parameter {
  const said: Record<string, unknown> = { ...parameter };
  for (const member of ['label', 'description', 'placeholder', 'itemLabel', 'text']) {
    if (typeof said[member] === 'string' && said[member] !== '') said[member] = read(said[member], name);
  }
  if ('choices' in parameter) {
    said.choices = parameter.choices.map((choice) => ({
      ...choice,
      label: read(choice.label, name),
      ...(choice.description ? { description: read(choice.description, name) } : {}),
    }));
  }
  if ('fields' in parameter) said.fields = parametersIn(parameter.fields, read);
  return said as unknown as Parameter;
}

/** Ports that are counted, `Input 2`, have one text for all: `Input {number}`. */
function portIn(port: NodePort, read: Read): NodePort {
  if (port.name === undefined) return port;
  const number = /^(.*\D)(\d+)$/.exec(port.name);
  const name = read(port.name);
  if (!number || name !== port.name) return { ...port, name };
  const template = `${number[1]}{number}`;
  const said = read(template);
  return said === template ? port : { ...port, name: filledIn(said, { number: number[2] as string }) };
}

function translationIn(translations: Translations | undefined, language: string): Translation | undefined {
  return translations && Object.hasOwn(translations, language) ? translations[language] : undefined;
}

function textsIn(translations: Translations | undefined, language: string): Translation['texts'] {
  return translationIn(translations, language)?.texts ?? {};
}

function lookUp(texts: Translation['texts'], key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function filledIn(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
