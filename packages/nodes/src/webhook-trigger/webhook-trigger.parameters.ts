import { param } from '@orchestrator/node-sdk';

/** The most usual first. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;

/**
 * What a webhook says of the calls it takes. All of it is literal: a call is matched, checked and answered before there
 * are items to evaluate an expression on.
 */
export const parameters = {
  methods: param.multiOptions({
    label: 'Methods',
    description: 'With several, each has an output of its own.',
    literal: true,
    default: ['GET'],
    usuallyOne: true,
    choices: METHODS.map((value) => ({ value, label: value })),
  }),
  path: param.string({
    label: 'Path',
    description: 'The end of the address. A part that begins with a colon takes any value, as in orders/:id.',
    placeholder: 'orders/:id',
    literal: true,
    required: true,
  }),
  authentication: param.options({
    label: 'Who may call',
    literal: true,
    choices: [
      { value: 'none', label: 'Everyone who knows the address' },
      { value: 'basicAuth', label: 'Name and password' },
      { value: 'headerAuth', label: 'Secret in a header' },
      { value: 'jwtAuth', label: 'JSON web token' },
    ],
  }),
  responseMode: param.options({
    label: 'Answer',
    literal: true,
    choices: [
      { value: 'onReceived', label: 'At once', description: 'Before the workflow runs.' },
      { value: 'lastNode', label: 'When the workflow has run', description: 'With what the last node gave.' },
      { value: 'responseNode', label: 'By a node', description: 'A node "Respond to webhook" answers.' },
    ],
  }),
  responseCode: param.number({
    label: 'Status code',
    description: 'Of the answer, 200 to 599.',
    literal: true,
    integer: true,
    min: 200,
    max: 599,
    default: 200,
    show: { responseMode: ['onReceived', 'lastNode'] },
  }),
  responseData: param.options({
    label: 'Answer with',
    literal: true,
    choices: [
      { value: 'firstEntryJson', label: 'The first item' },
      { value: 'allEntries', label: 'All items' },
      { value: 'firstEntryBinary', label: 'A file of the first item' },
      { value: 'noData', label: 'Nothing' },
    ],
    show: { responseMode: ['lastNode'] },
  }),
  responseBinary: param.string({
    label: 'Name of the file',
    literal: true,
    default: 'data',
    show: { responseData: ['firstEntryBinary'] },
  }),
  options: param.collection({
    label: 'Options',
    literal: true,
    fields: {
      responseText: param.string({
        label: 'Text of the answer',
        description: 'When it is answered at once.',
        literal: true,
      }),
      noResponseBody: param.boolean({ label: 'Answer without a body', literal: true }),
      responseHeaders: param.list({
        label: 'Headers of the answer',
        itemLabel: 'header',
        literal: true,
        fields: {
          name: param.string({ label: 'Name', literal: true }),
          value: param.string({ label: 'Value', literal: true }),
        },
      }),
      responseProperty: param.string({
        label: 'Only this field of the item',
        description: 'Its path. The answer is the field and not the whole item.',
        placeholder: 'result.rows',
        literal: true,
      }),
      responseContentType: param.string({
        label: 'Content type of the answer',
        placeholder: 'text/plain',
        literal: true,
      }),
      rawBody: param.boolean({
        label: 'Keep the body as it came',
        description: 'As a file beside what was read of it, to check a signature for instance.',
        literal: true,
      }),
      binaryData: param.boolean({
        label: 'Take the body as a file',
        description: 'Whatever its type, unread.',
        literal: true,
      }),
      suffixedJsonAsFile: param.boolean({
        label: 'Keep +json bodies as files',
        description: 'Types such as application/cloudevents+json, as n8n has it. Left out: they are read like JSON.',
        literal: true,
      }),
      binaryField: param.string({
        label: 'Name of the file property',
        description: 'Files of a form with several are called by this name and a number.',
        default: 'data',
        literal: true,
      }),
      allowedOrigins: param.string({
        label: 'Web pages that may call',
        description: 'Origins, separated by commas; * for all.',
        placeholder: 'https://app.example.com',
        default: '*',
        literal: true,
      }),
      ipAllowlist: param.string({
        label: 'Addresses that may call',
        description: 'IP addresses or ranges (10.0.0.0/8), separated by commas. Left empty: all.',
        literal: true,
      }),
      ignoreBots: param.boolean({
        label: 'Turn robots away',
        description: 'Crawlers and link previews get no run.',
        literal: true,
      }),
    },
  }),
};
