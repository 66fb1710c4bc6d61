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

/** What a value of a type is asked first, until somebody chooses. */
const FIRST: Readonly<Record<OperatorType, Operation>> = {
  string: 'equals',
  number: 'equals',
  boolean: 'true',
  dateTime: 'after',
  array: 'contains',
  object: 'notEmpty',
};

/** The operation for another type: the same where it has it, else what that type is asked first. */
export function operationFor(type: OperatorType, operation: string): string {
  const isFirst = Object.values<string>(FIRST).includes(operation);
  return !isFirst && (OPERATORS[type] as readonly string[]).includes(operation) ? operation : FIRST[type];
}

/** How people write operations: they are found by it. */
const SIGNS: Readonly<Record<string, string>> = {
  equals: '= ==',
  notEquals: '≠ != <>',
  gt: '>',
  gte: '≥ >=',
  lt: '<',
  lte: '≤ <=',
  after: '>',
  afterOrEquals: '≥ >=',
  before: '<',
  beforeOrEquals: '≤ <=',
  regex: 'regex',
  notRegex: 'regex',
  exists: 'exists',
  notExists: 'exists',
  lengthEquals: 'length',
  lengthGt: 'length >',
  lengthGte: 'length >=',
  lengthLt: 'length <',
  lengthLte: 'length <=',
};

/** Whether what is searched for finds an operation of a type, by its words or by its sign. */
export function isFound(search: string, operation: string, words: string): boolean {
  const text = `${words} ${SIGNS[operation] ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The kind of field in which the second value is typed. */
export function secondKind(
  type: OperatorType,
  operation: string,
): 'string' | 'number' | 'boolean' | 'dateTime' | 'any' {
  if (type === 'array') return operation.startsWith('length') ? 'number' : 'any';
  return type === 'object' ? 'string' : type;
}
