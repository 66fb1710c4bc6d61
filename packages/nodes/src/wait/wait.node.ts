import { defineNode, NodeFault, param, type Say } from '@orchestrator/node-sdk';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { parseDate } from '../date-time/parse-date.js';
import { sendable } from '../respond-to-webhook/sendable-header.js';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './wait.de.js';
import { docs } from './wait.docs.js';

const UNITS = [
  { value: 'seconds', label: 'Seconds' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'hours', label: 'Hours' },
  { value: 'days', label: 'Days' },
] as const;
const MILLISECONDS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
/** Epoch milliseconds up to which a `Date` can tell the time. */
const LAST_MOMENT = 8.64e15;
const WEBHOOK = { resume: ['webhook'] };

export const wait = defineNode({
  type: 'wait',
  flow: {
    awaitsResponse: ({ resume, responseMode }) =>
      resume === 'webhook' && responseMode === 'responseNode' ? 'yes' : 'no',
  },
  version: 1,
  label: 'Wait',
  summary: 'Pauses the run for a while, until a moment, or until a call comes in.',
  keywords: ['pause', 'sleep', 'delay', 'timeout', 'approval', 'resume'],
  actions: [
    { label: 'Wait a while', parameters: { resume: 'interval' } },
    { label: 'Wait until a date and time', parameters: { resume: 'moment' } },
    { label: 'Wait for a call or an approval', parameters: { resume: 'webhook' } },
  ],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'hourglass',
  effect: 'pure',
  subtitle: waitLine,
  parameters: {
    resume: param.options({
      label: 'Go on',
      choices: [
        { value: 'interval', label: 'After a while' },
        { value: 'moment', label: 'At a moment' },
        { value: 'webhook', label: 'When a call comes in' },
      ],
    }),
    amount: param.number({ label: 'How long', default: 5, min: 0, show: { resume: ['interval'] } }),
    unit: param.options({ label: 'Unit', choices: UNITS, show: { resume: ['interval'] } }),
    moment: param.any<unknown>({
      label: 'Moment',
      control: 'dateTime',
      required: true,
      description: "In the workflow's time zone unless it names one.",
      show: { resume: ['moment'] },
    }),
    method: param.options({
      label: 'Method',
      literal: true,
      choices: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((value) => ({ value, label: value })),
      show: WEBHOOK,
    }),
    authentication: param.options({
      label: 'Who may call',
      literal: true,
      choices: [
        { value: 'none', label: 'Whoever has the address' },
        { value: 'basicAuth', label: 'With a name and password' },
        { value: 'headerAuth', label: 'With a header' },
        { value: 'jwtAuth', label: 'With a JSON web token' },
      ],
      show: WEBHOOK,
    }),
    responseMode: param.options({
      label: 'Answer the call',
      literal: true,
      choices: [
        { value: 'onReceived', label: 'At once' },
        { value: 'lastNode', label: 'When the last node has finished' },
        { value: 'responseNode', label: 'By a node "Respond to webhook"' },
      ],
      show: WEBHOOK,
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
      show: { ...WEBHOOK, responseMode: ['lastNode'] },
    }),
    responseBinary: param.string({
      label: 'Name of the file',
      default: 'data',
      show: { ...WEBHOOK, responseData: ['firstEntryBinary'] },
    }),
    responseCode: param.number({ label: 'Status code', default: 200, min: 100, max: 599, show: WEBHOOK }),
    limit: param.options({
      label: 'Wait at most',
      choices: [
        { value: 'none', label: 'For ever' },
        { value: 'interval', label: 'A while' },
        { value: 'moment', label: 'Until a moment' },
      ],
      show: WEBHOOK,
    }),
    limitAmount: param.number({ label: 'How long', default: 1, min: 0, show: { ...WEBHOOK, limit: ['interval'] } }),
    limitUnit: param.options({
      label: 'Unit',
      default: 'hours',
      choices: UNITS,
      show: { ...WEBHOOK, limit: ['interval'] },
    }),
    limitMoment: param.any<unknown>({ label: 'Moment', control: 'dateTime', show: { ...WEBHOOK, limit: ['moment'] } }),
    options: param.collection({
      label: 'Options',
      show: WEBHOOK,
      fields: {
        ask: param.options({
          label: 'Ask before going on',
          literal: true,
          description: 'Opening a link is not agreeing: previews of chats and scanners of mail open links too.',
          choices: [
            { value: 'automatic', label: 'People, not programs' },
            { value: 'always', label: 'Always' },
            { value: 'never', label: 'Never' },
          ],
          show: { '/method': ['GET'] },
        }),
        suffix: param.string({ label: 'End of the address', description: 'Tells several waits of one run apart.' }),
        responseText: param.string({ label: 'Text of the answer', show: { '/responseMode': ['onReceived'] } }),
        responseHeaders: param.list({
          label: 'Headers of the answer',
          fields: { name: param.string({ label: 'Name' }), value: param.string({ label: 'Value' }) },
        }),
        rawBody: param.boolean({ label: 'Keep the body as it came' }),
        binaryField: param.string({ label: 'Name for files', default: 'data' }),
        ignoreBots: param.boolean({ label: 'Ignore link previews and crawlers' }),
        ipAllowlist: param.string({ label: 'Addresses that may call', description: 'Separated by commas.' }),
      },
    }),
  },
  credentials: [
    { type: 'httpBasicAuth', show: { authentication: ['basicAuth'] } },
    { type: 'httpHeaderAuth', show: { authentication: ['headerAuth'] } },
    { type: 'jwtAuth', show: { authentication: ['jwtAuth'] } },
  ],
  async run(ctx) {
    if (ctx.resume?.kind === 'webhook') return [ctx.resume.items];
    const items: Item[] = ctx.items.map((item, index) => ({ ...item, pairedItem: { item: index } }));
    if (ctx.resume || items.length === 0) return [items];
    const p = await ctx.parameters(0);
    const after = (amount: number, unit: keyof typeof MILLISECONDS) => moment(ctx.now() + amount * MILLISECONDS[unit]);
    const at = (value: unknown) => parseDate(value, { zone: ctx.timezone, naiveZone: ctx.timezone }).toMillis();
    if (p.resume === 'webhook') {
      const until =
        p.limit === 'none' ? undefined : p.limit === 'interval' ? after(p.limitAmount, p.limitUnit) : at(p.limitMoment);
      const auth: JsonObject | undefined = p.authentication === 'none' ? undefined : { type: p.authentication };
      const { suffix } = p.options;
      for (const { name, value } of p.options.responseHeaders ?? []) if (name) sendable(name, value);
      return { suspend: { until, webhook: { method: p.method, suffix, auth, responseMode: p.responseMode } } };
    }
    if (p.resume === 'interval' && p.amount < 0) {
      throw new NodeFault(`The time to wait can't be less than nothing, but is ${p.amount} ${p.unit}`);
    }
    const until = p.resume === 'interval' ? after(p.amount, p.unit) : at(p.moment);
    return until <= ctx.now() ? [items] : { suspend: { until } };
  },
});

function moment(milliseconds: number): number {
  if (Number.isFinite(milliseconds) && milliseconds < LAST_MOMENT) return Math.round(milliseconds);
  throw new NodeFault('The time to wait is longer than a date can tell', { retryable: false });
}

const LENGTHS: Readonly<Record<string, (say: Say, count: string) => string>> = {
  seconds: (say, count) => (count === '1' ? say('1 second') : say('{count} seconds', { count })),
  minutes: (say, count) => (count === '1' ? say('1 minute') : say('{count} minutes', { count })),
  hours: (say, count) => (count === '1' ? say('1 hour') : say('{count} hours', { count })),
  days: (say, count) => (count === '1' ? say('1 day') : say('{count} days', { count })),
};

function waitLine(raw: JsonObject, say: Say): string {
  if (raw.resume === 'webhook') return say('for a call');
  const moment = shownValue(raw.moment);
  if (raw.resume === 'moment') return moment === '' ? say('until a moment') : say('until {moment}', { moment });
  const unit = shownValue(raw.unit);
  const amount = shownValue(raw.amount);
  const length = Object.hasOwn(LENGTHS, unit) ? LENGTHS[unit] : undefined;
  return (length?.(say, amount) ?? amount).trim();
}
