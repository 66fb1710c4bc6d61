import type { JsonObject, NodeTypeInfo, NodeTypeLookup, ParameterFault, WorkflowNode } from '@orchestrator/workflow';
import { portsOf, withDefaults } from './declared-ports.js';
import { toDeclaredType } from './declared-types.js';
import { containsExpression } from './deep-values.js';
import type { NodeDefinition } from './define-node.js';
import { errorMessage } from './errors.js';
import { parameterLabel } from './parameter-label.js';
import type { Parameter, ParameterSet, ShowWhen } from './parameters.js';
import { structuredValue } from './structured-value.js';
import { isShown, type ValueOf } from './visibility.js';

/** The given declarations, as validation of a workflow looks them up. */
export function nodeTypeLookup(definitions: readonly NodeDefinition[]): NodeTypeLookup {
  const byType = Map.groupBy(definitions, (definition) => definition.type);
  const known = new Map<NodeDefinition, NodeTypeInfo>();
  return {
    find(type, version) {
      const definition = byType.get(type)?.find((each) => each.version === version);
      if (!definition) return undefined;
      const info = known.get(definition) ?? nodeTypeInfo(definition);
      known.set(definition, info);
      return info;
    },
    versions: (type) => byType.get(type)?.map((each) => each.version) ?? [],
  };
}

function nodeTypeInfo(definition: NodeDefinition): NodeTypeInfo {
  const set = definition.parameters;
  return {
    inputs: (raw) => portsOf(definition, raw).inputs,
    outputs: (raw) => portsOf(definition, raw).outputs,
    checkParameters: (raw) => [
      ...unknownNames(definition, raw),
      ...checkSet(set, raw, undefined, ''),
      ...checkWhole(definition, raw),
    ],
    checkCredentials: (node) => missingCredentials(definition, node),
    labelOf: (path) => parameterLabel(set, path),
    literals: new Set(Object.keys(set).filter((name) => set[name]?.literal === true)),
    starts: definition.kind === 'trigger',
    ...flowOf(definition),
  };
}

/** The part that it plays in a workflow, asked with the defaults filled in. */
function flowOf({ parameters, flow }: NodeDefinition): Partial<NodeTypeInfo> {
  if (!flow) return {};
  const { awaitsResponse, loop, ...rest } = flow;
  return {
    ...rest,
    ...(awaitsResponse ? { awaitsResponse: (raw: JsonObject) => awaitsResponse(withDefaults(parameters, raw)) } : {}),
    ...(loop ? { loop: (raw: JsonObject) => loop(withDefaults(parameters, raw)) } : {}),
  };
}

/**
 * Credentials that the node needs as it is set and does not name. A warning: a workflow is imported and published before
 * its credentials are made, and only a run that gets there fails.
 */
function missingCredentials(
  { credentials = [], parameters: set }: NodeDefinition,
  { parameters, credentials: named = {} }: Pick<WorkflowNode, 'parameters' | 'credentials'>,
): ParameterFault[] {
  const look: ValueOf = (name) => parameters[name.replace(/^\//, '')] ?? set[name.replace(/^\//, '')]?.default;
  return credentials
    .filter(({ required, show }) => required && isShown({ show: show as ShowWhen | undefined }, look))
    .filter(({ type }) => named[type]?.id === undefined)
    .map(({ type }) => ({
      path: `credentials.${type}`,
      rule: 'credential.missing',
      message: 'It has no credential yet. Pick or make one in its panel.',
      severity: 'warning' as const,
    }));
}

/** Parameters that the type does not have: ignored when it runs, and mostly a slip of the pen. */
function unknownNames({ parameters, label }: NodeDefinition, raw: JsonObject): ParameterFault[] {
  return Object.keys(raw)
    .filter((name) => !Object.hasOwn(parameters, name))
    .map((path) => ({
      path,
      rule: 'parameter.unknown',
      message: `${label} has no parameter "${path}"; it is ignored.`,
      severity: 'warning' as const,
    }));
}

/** The node's own check of its parameters as a whole. */
function checkWhole(definition: NodeDefinition, raw: JsonObject): ParameterFault[] {
  const found = definition.validate?.(withDefaults(definition.parameters, raw)) ?? [];
  return found.map(({ path, message }) => ({ path, message, rule: 'parameter.invalid' }));
}

/** Checks what is shown of a set: that required ones are there, and that each value is of its declared type. */
function checkSet(set: ParameterSet, raw: JsonObject, top: ValueOf | undefined, path: string): ParameterFault[] {
  const beside: ValueOf = (name) => raw[name] ?? set[name]?.default;
  const root = top ?? beside;
  const look: ValueOf = (name) => (name.startsWith('/') ? root(name.slice(1)) : beside(name));
  return Object.entries(set).flatMap(([name, parameter]) =>
    isShown(parameter, look) ? checkOne(parameter, name, raw[name], root, path ? `${path}.${name}` : name) : [],
  );
}

function checkOne(
  parameter: Parameter,
  name: string,
  given: JsonObject[string],
  top: ValueOf,
  path: string,
): ParameterFault[] {
  const label = parameter.label || name;
  const value = 'fields' in parameter ? (structuredValue(given) as typeof given) : given;
  if (value === undefined || value === null || value === '') {
    const missing =
      parameter.required && (value !== undefined || parameter.default === undefined || parameter.default === '');
    return missing ? [{ path, rule: 'parameter.required', message: `"${label}" has to be given.` }] : [];
  }
  if (typeof value === 'string' && !parameter.literal && containsExpression(value)) return [];
  const wrong = (wanted: string) => [{ path, rule: 'parameter.type', message: `"${label}" has to be ${wanted}.` }];
  switch (parameter.kind) {
    case 'collection':
      return isObject(value) ? checkSet(addedOnly(parameter.fields, value), value, top, path) : wrong('an object');
    case 'group':
      return isObject(value) ? checkSet(parameter.fields, value, top, path) : wrong('a group of fields');
    case 'list':
      if (!Array.isArray(value)) return wrong('a list');
      return value.flatMap((each, index) =>
        isObject(each) ? checkSet(parameter.fields, each, top, `${path}[${index}]`) : wrong('a list of objects'),
      );
    case 'assignments':
      return Array.isArray(value) ? [] : wrong('a list of assignments');
    case 'filter':
      return isObject(value) && Array.isArray(value.conditions) ? [] : wrong('a set of conditions');
    default:
      return containsExpression(value) ? [] : checkType(parameter, name, value, path);
  }
}

/** By the same reading that a run uses, so that what passes here is what runs. */
function checkType(parameter: Parameter, name: string, value: unknown, path: string): ParameterFault[] {
  try {
    toDeclaredType(parameter, name, value);
    return [];
  } catch (error) {
    const isChoice = parameter.kind === 'options' || parameter.kind === 'multiOptions';
    return [{ path, rule: isChoice ? 'parameter.choice' : 'parameter.type', message: `${errorMessage(error)}.` }];
  }
}

function addedOnly(fields: ParameterSet, given: JsonObject): ParameterSet {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => given[name] !== undefined));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
