/** Types of values that conditions compare, with what each can be asked (packages/nodes/src/conditions). */
const TEXT = [
  'equals',
  'notEquals',
  'contains',
  'notContains',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'regex',
  'notRegex',
] as const;
const THERE = ['exists', 'notExists', 'empty', 'notEmpty'] as const;

export const OPERATORS = {
  string: [...TEXT, ...THERE],
  number: ['equals', 'notEquals', 'gt', 'lt', 'gte', 'lte', ...THERE],
  boolean: ['true', 'false', 'equals', 'notEquals', ...THERE],
  dateTime: ['equals', 'notEquals', 'after', 'before', 'afterOrEquals', 'beforeOrEquals', ...THERE],
  array: [
    'contains',
    'notContains',
    'lengthEquals',
    'lengthNotEquals',
    'lengthGt',
    'lengthLt',
    'lengthGte',
    'lengthLte',
    ...THERE,
  ],
  object: [...THERE],
} as const;
export type OperatorType = keyof typeof OPERATORS;
export type Operation = (typeof OPERATORS)[OperatorType][number];

const UNARY = new Set<string>([...THERE, 'true', 'false']);

/** Whether an operation looks at one value only. */
export const isUnary = (operation: string): boolean => UNARY.has(operation);

/** The kind of field in which the second value is typed. */
export function secondKind(type: OperatorType, operation: string): 'string' | 'number' | 'boolean' | 'dateTime' {
  if (type === 'array') return operation.startsWith('length') ? 'number' : 'string';
  return type === 'object' ? 'string' : type;
}
