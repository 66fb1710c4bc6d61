import type { JsonObject } from '@orchestrator/workflow';
import type { CredentialDefinition, NodeDefinition, NodePort } from './define-node.js';
import type { Parameter, ParameterSet } from './parameters.js';
import { filledIn, lookUp, type Translation, translationIn } from './translation.js';

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
