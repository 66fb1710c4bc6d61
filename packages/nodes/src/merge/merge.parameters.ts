import { param } from '@orchestrator/node-sdk';

const combining = { mode: ['combine'] };
const byFields = { ...combining, combineBy: ['fields'] };

/** Most inputs that one merge takes; more would be no picture that a person can read. */
export const MAX_INPUTS = 10;

/** The form of the Merge node. */
export const mergeParameters = {
  mode: param.options({
    label: 'Mode',
    literal: true,
    choices: [
      { value: 'append', label: 'Append', description: 'All items of the first input, then those of the next.' },
      { value: 'combine', label: 'Combine', description: 'Make one item of items that belong together.' },
      { value: 'choose', label: 'Choose an input', description: 'Wait for all inputs, then give one of them.' },
    ],
  }),
  inputs: param.number({
    label: 'Number of inputs',
    default: 2,
    min: 2,
    max: MAX_INPUTS,
    integer: true,
    literal: true,
  }),
  combineBy: param.options({
    label: 'Combine by',
    choices: [
      { value: 'fields', label: 'Matching fields' },
      { value: 'position', label: 'Position', description: 'The first with the first, the second with the second.' },
      { value: 'all', label: 'All possible combinations' },
    ],
    show: combining,
  }),
  fields: param.list({
    label: 'Fields to match',
    itemLabel: 'pair of fields',
    opened: true,
    fields: {
      field1: param.string({ label: 'Field of input 1', placeholder: 'id' }),
      field2: param.string({ label: 'Field of input 2', placeholder: 'customer.id' }),
    },
    show: byFields,
  }),
  join: param.options({
    label: 'Give',
    choices: [
      { value: 'keepMatches', label: 'What matches' },
      { value: 'keepNonMatches', label: 'What does not match' },
      { value: 'keepEverything', label: 'Everything' },
      { value: 'enrichInput1', label: 'All of input 1, enriched' },
      { value: 'enrichInput2', label: 'All of input 2, enriched' },
      { value: 'lookup', label: 'Input 1 in its order, with what the last match adds' },
    ],
    show: byFields,
  }),
  from: param.options({
    label: 'Data from',
    choices: [
      { value: 'both', label: 'Both inputs' },
      { value: 'input1', label: 'Input 1' },
      { value: 'input2', label: 'Input 2' },
    ],
    show: { ...byFields, join: ['keepMatches', 'keepNonMatches'] },
  }),
  overwrite: param.options({
    label: 'A match overwrites',
    choices: [
      { value: 'always', label: 'Every field it has' },
      { value: 'blank', label: 'Fields without a value' },
      { value: 'missing', label: 'Nothing that is there' },
    ],
    show: { ...byFields, join: ['lookup'] },
  }),
  multipleMatches: param.options({
    label: 'When several match',
    choices: [
      { value: 'all', label: 'Combine with each of them' },
      { value: 'first', label: 'Combine with the first' },
    ],
    show: byFields,
  }),
  fuzzy: param.boolean({
    label: 'Match across types',
    description: 'Counts 5 and "5", true and "true", and all empty values as the same.',
    show: byFields,
  }),
  dotNotation: param.boolean({ label: 'Dots reach into objects', default: true, show: byFields }),
  passAlone: param.boolean({
    label: 'Pass items on when the other input is empty',
    show: { ...byFields, join: ['keepMatches'] },
  }),
  unpaired: param.options({
    label: 'Items without a partner',
    choices: [
      { value: 'drop', label: 'Drop' },
      { value: 'keep', label: 'Keep' },
      { value: 'keepFirst', label: 'Keep those of input 1' },
    ],
    show: { ...combining, combineBy: ['position'] },
  }),
  clash: param.group({
    label: 'When both have a field',
    show: combining,
    fields: {
      prefer: param.options({
        label: 'Keep',
        choices: [
          { value: 'auto', label: 'The value of the last input (or of the one that is enriched)' },
          { value: 'input', label: 'The value of one input' },
          { value: 'suffix', label: "Both: add the input's number to every name" },
          { value: 'suffixAndLast', label: "Both, and the last input's under its own name too" },
        ],
      }),
      input: param.number({ label: 'Input', default: 1, min: 1, max: MAX_INPUTS, show: { prefer: ['input'] } }),
      nested: param.options({
        label: 'Objects in fields',
        choices: [
          { value: 'deep', label: 'Merge them' },
          { value: 'shallow', label: 'Replace them' },
        ],
      }),
      skipEmpty: param.boolean({
        label: 'Empty values do not overwrite',
        description: 'A value that is missing, null or an empty text leaves what is there.',
      }),
    },
  }),
  choose: param.options({
    label: 'Give',
    choices: [
      { value: 'input', label: 'The items of one input' },
      { value: 'empty', label: 'A single empty item' },
    ],
    show: { mode: ['choose'] },
  }),
  chosenInput: param.number({ label: 'Input', default: 1, min: 1, max: MAX_INPUTS, show: { mode: ['choose'] } }),
};
