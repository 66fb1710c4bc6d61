import { param } from '@orchestrator/node-sdk';

/** What expressions of paging see besides: the page that came last, what was sent for it, and how many there are. */
const SEEN = ['$response', '$request', '$pageCount'];
const PAGED = { mode: ['parameter', 'nextUrl'] };

/** How further pages are asked for. What may be an expression is read anew for each page. */
export const pagination = param.group({
  label: 'Pagination',
  default: { mode: 'off' },
  fields: {
    mode: param.options({
      label: 'Pages',
      literal: true,
      choices: [
        { value: 'off', label: 'Ask for one page' },
        {
          value: 'parameter',
          label: 'Change a parameter for each page',
          description: 'Such as a page number, an offset or a cursor.',
        },
        {
          value: 'nextUrl',
          label: 'Follow the address of the next page',
          description: 'The answer says where the next page is.',
        },
      ],
    }),
    nextUrl: param.any({
      label: 'Address of the next page',
      description: 'An expression that reads the answer. No address ends the paging.',
      placeholder: '{{ $response.body.next }}',
      control: 'text',
      required: true,
      deferred: SEEN,
      show: { mode: ['nextUrl'] },
    }),
    parameters: param.list({
      label: 'Parameters of the next page',
      itemLabel: 'parameter',
      opened: true,
      unique: 'name',
      show: { mode: ['parameter'] },
      fields: {
        in: param.options({
          label: 'Where it goes',
          literal: true,
          choices: [
            { value: 'query', label: 'Query' },
            { value: 'headers', label: 'Headers' },
            { value: 'body', label: 'Body' },
          ],
        }),
        name: param.string({ label: 'Parameter name', placeholder: 'page', literal: true }),
        value: param.any({
          label: 'Value',
          placeholder: '{{ $pageCount + 1 }}',
          control: 'text',
          default: '',
          deferred: SEEN,
        }),
      },
    }),
    completeWhen: param.options({
      label: 'Stop when',
      literal: true,
      show: PAGED,
      choices: [
        { value: 'empty', label: 'The answer is empty' },
        { value: 'status', label: 'The answer has a certain status' },
        { value: 'expression', label: 'An expression says so' },
      ],
    }),
    statusCodes: param.any({
      label: 'Status codes',
      description: 'Separated by commas.',
      placeholder: '404, 410',
      control: 'text',
      default: '',
      deferred: SEEN,
      show: { ...PAGED, completeWhen: ['status'] },
    }),
    completeExpression: param.any({
      label: 'Stop expression',
      description: 'The paging ends when it is true.',
      placeholder: '{{ $response.body.items.length === 0 }}',
      control: 'text',
      default: '',
      deferred: SEEN,
      show: { ...PAGED, completeWhen: ['expression'] },
    }),
    maxRequests: param.any({
      label: 'Pages at most',
      description: 'Left empty: until the paging ends by itself.',
      control: 'number',
      deferred: SEEN,
      show: PAGED,
    }),
    interval: param.any({
      label: 'Milliseconds between pages',
      control: 'number',
      default: 0,
      deferred: SEEN,
      show: PAGED,
    }),
  },
});
