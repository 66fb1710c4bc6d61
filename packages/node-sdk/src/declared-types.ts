import type { JsonValue } from '@orchestrator/workflow';
import { NodeFault } from './errors.js';
import type { Parameter } from './parameters.js';

/**
 * Brings an evaluated value to the type that the parameter declares, as far as people expect it to be brought there
 * (a number in text, `"true"`); anything else is a fault that names the parameter.
 * @throws NodeFault `parameter.type`
 */
export function toDeclaredType(parameter: Parameter, name: string, value: unknown): unknown {
  switch (parameter.kind) {
    case 'string':
      return toText(value);
    case 'number':
      return toNumber(parameter, name, value);
    case 'boolean':
      return toBoolean(value);
    case 'options':
      return toChoice(parameter, name, value);
    case 'multiOptions': {
      const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
      return list.map((each) => toChoice(parameter, name, each));
    }
    case 'dateTime':
      return isDateTime(value) ? value.toISO() : toText(value);
    case 'resource':
      return typeof value === 'object' && value !== null ? value : { mode: 'id', value: toText(value) };
    case 'workflow':
      return typeof value === 'object' && value !== null ? value : { id: toText(value) };
    case 'assignments':
      return Array.isArray(value) ? value : [];
    case 'notice':
      return undefined;
    default:
      return value;
  }
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (isDateTime(value)) return value.toISO();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toNumber(parameter: Parameter & { kind: 'number' }, name: string, value: unknown): number | null {
  if (value === undefined || value === null || value === '') return (parameter.default ?? null) as number | null;
  const number = typeof value === 'boolean' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) {
    throw new NodeFault(`${parameter.label || name} has to be a number, but is ${show(value)}`, {
      code: 'parameter.type',
      retryable: false,
    });
  }
  return number;
}

function toBoolean(value: unknown): boolean {
  if (typeof value === 'string') return !['', 'false', '0', 'no', 'off'].includes(value.trim().toLowerCase());
  return Boolean(value);
}

/** A choice by its value; text and number forms of the same choice are one. */
function toChoice(
  parameter: Parameter & { kind: 'options' | 'multiOptions' },
  name: string,
  value: unknown,
): JsonValue {
  const found = parameter.choices.find((choice) => choice.value === value || String(choice.value) === String(value));
  if (found) return found.value;
  if (parameter.load !== undefined || parameter.choices.length === 0) return value as JsonValue;
  if (value === undefined || value === null || value === '') return parameter.default ?? '';
  const choices = parameter.choices.map((choice) => String(choice.value)).join(', ');
  throw new NodeFault(`${parameter.label || name} can't be ${show(value)}; it is one of: ${choices}`, {
    code: 'parameter.choice',
    retryable: false,
  });
}

function isDateTime(value: unknown): value is { toISO(): string } {
  return typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function';
}

const SHOWN_CHARACTERS = 60; // enough to recognise a value in an error without spilling a document into it
function show(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
