import { param } from '@orchestrator/node-sdk';

/** The form of the Compare datasets node. */
export const compareDatasetsParameters = {
  fields: param.list({
    label: 'Fields to match',
    itemLabel: 'pair of fields',
    opened: true,
    fields: {
      field1: param.string({ label: 'Field of input A', placeholder: 'id' }),
      field2: param.string({ label: 'Field of input B', placeholder: 'id' }),
    },
  }),
  resolve: param.options({
    label: 'When matching items differ',
    choices: [
      { value: 'includeBoth', label: 'Show both values of every field' },
      { value: 'preferInput1', label: 'Give the item of input A' },
      { value: 'preferInput2', label: 'Give the item of input B' },
      { value: 'mix', label: 'Mix them' },
    ],
  }),
  prefer: param.options({
    label: 'Prefer',
    choices: [
      { value: 'input1', label: 'Input A' },
      { value: 'input2', label: 'Input B' },
    ],
    show: { resolve: ['mix'] },
  }),
  except: param.string({
    label: 'For everything but',
    description: 'Fields that are taken from the other input, separated by commas.',
    show: { resolve: ['mix'] },
  }),
  skipFields: param.string({
    label: 'Fields not to compare',
    description: 'Separated by commas.',
    placeholder: 'updated_at, address.city',
  }),
  multipleMatches: param.options({
    label: 'When several match',
    choices: [
      { value: 'first', label: 'Compare with the first' },
      { value: 'all', label: 'Compare with each of them' },
    ],
  }),
  fuzzy: param.boolean({
    label: 'Compare across types',
    description: 'Counts 5 and "5", true and "true", and all empty values as the same.',
  }),
  missingIsEmpty: param.boolean({
    label: 'A missing field counts as empty',
    default: true,
    show: { fuzzy: [true] },
  }),
  dotNotation: param.boolean({ label: 'Dots reach into objects', default: true }),
};
