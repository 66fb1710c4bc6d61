import type { JsonObject } from '@orchestrator/workflow';
import { expect, test } from 'vitest';
import type { Translator } from '../translator.js';
import { crypto } from './crypto.js';
import { dateTimeV1, dateTimeV2 } from './date-time.js';
import { splitInBatches } from './split-in-batches.js';
import { wait } from './wait.js';

const translate = (translator: Translator, parameters: JsonObject, version = 1) =>
  translator.translate({ name: 'Node', type: translator.type, parameters }, version);

test.each([
  [1, { batchSize: 10, ports: 'batch' }],
  [2, { batchSize: 10, ports: 'loopFirst' }],
  [3, { batchSize: 1, ports: 'doneFirst' }],
])('Split In Batches %d has the outputs and the size it had', (version, expected) => {
  expect(translate(splitInBatches, {}, version).parameters).toMatchObject(expected);
});

test.each([
  [1, { amount: 1, unit: 'hours' }],
  [1.1, { amount: 5, unit: 'seconds' }],
])('Wait %d has the default it had', (version, expected) => {
  expect(translate(wait, {}, version).parameters).toMatchObject(expected);
});

test('Wait for a call, for some time', () => {
  const given = { resume: 'webhook', limitWaitTime: true, resumeAmount: 2, options: { webhookSuffix: 'yes' } };
  expect(translate(wait, given, 1.1).parameters).toMatchObject({
    resume: 'webhook',
    limit: 'interval',
    limitAmount: 2,
    options: { suffix: 'yes' },
  });
});

test('Wait for a form is reported', () => {
  expect(translate(wait, { resume: 'form' }).unsupported).toContain('form');
});

test('Date & Time 1 formats by default, and calculates', () => {
  expect(translate(dateTimeV1, { value: 'x', options: { toTimezone: 'UTC' } }).parameters).toMatchObject({
    operation: 'format',
    format: 'MM/DD/YYYY',
    outputField: 'data',
    options: { includeInputFields: true, timezone: 'UTC' },
    compat: { moment: true },
  });
  expect(translate(dateTimeV1, { action: 'calculate', operation: 'subtract', duration: 3 }).parameters).toMatchObject({
    operation: 'subtract',
    duration: 3,
    unit: 'days',
  });
});

test.each([
  [{}, { operation: 'now' }],
  [
    { operation: 'addToDate', magnitude: 'x', timeUnit: 'weeks' },
    { operation: 'add', date: 'x', unit: 'weeks' },
  ],
  [
    { operation: 'formatDate', format: 'custom', customFormat: 'yy' },
    { operation: 'format', format: 'yy' },
  ],
  [
    { operation: 'roundDate', toNearest: 'day' },
    { mode: 'down', to: 'day' },
  ],
  [
    { operation: 'roundDate', mode: 'roundUp', to: 'week' },
    { mode: 'up', to: 'week' },
  ],
  [{ options: { timezone: 'Asia/Tokyo' } }, { options: { timezone: 'Asia/Tokyo' } }],
  [{ operation: 'formatDate', options: { timezone: true } }, { options: { inWorkflowZone: true } }],
])('Date & Time 2 with %j', (given, expected) => {
  expect(translate(dateTimeV2, given, 2).parameters).toMatchObject(expected);
});

test.each([
  [1, { hash: 'MD5', source: 'parameter' }],
  [2, { hash: 'SHA256', source: 'credential' }],
])('Crypto %d has the hash and keeps the secret where it did', (version, expected) => {
  expect(translate(crypto, {}, version).parameters).toMatchObject(expected);
});
