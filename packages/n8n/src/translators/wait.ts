import type { JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, isExpression, listAt, objectAt, present } from './parameter-reading.js';

const RESUME = { timeInterval: 'interval', specificTime: 'moment', webhook: 'webhook' };

export const wait = defineTranslator({
  type: 'n8n-nodes-base.wait',
  translate({ parameters: p = {} }, version) {
    const parameters = present({
      resume: chosen(p.resume, RESUME, 'interval'),
      amount: p.amount ?? (version < 1.1 ? 1 : 5),
      unit: p.unit ?? (version < 1.1 ? 'hours' : 'seconds'),
      moment: p.dateTime,
      method: p.httpMethod,
      authentication: p.incomingAuthentication,
      responseMode: p.responseMode,
      responseData: p.responseData,
      responseBinary: p.responseBinaryPropertyName,
      responseCode: p.responseCode,
      limit: limitOf(p.limitWaitTime, p.limitType),
      limitAmount: p.resumeAmount,
      limitUnit: p.resumeUnit,
      limitMoment: p.maxDateAndTime,
      options: optionsOf(p.options),
    });
    const translation = { type: 'wait', version: 1, parameters };
    if (p.resume === 'form') return { ...translation, unsupported: 'Waiting for a form is not there yet' };
    return isExpression(p.limitWaitTime)
      ? { ...translation, warnings: ['An expression said whether the wait is limited; it is not limited now'] }
      : translation;
  },
});

function limitOf(limited: JsonValue | undefined, type: JsonValue | undefined): string {
  if (limited !== true) return 'none';
  return chosen(type, { afterTimeInterval: 'interval', atSpecifiedTime: 'moment' }, 'interval');
}

function optionsOf(given: JsonValue | undefined) {
  const options = objectAt(given);
  const headers = listAt(options.responseHeaders, 'entries');
  return present({
    suffix: options.webhookSuffix,
    responseText: options.responseData,
    responseHeaders: headers.length > 0 ? headers.map(({ name, value }) => ({ name, value })) : undefined,
    rawBody: options.rawBody,
    binaryField: options.binaryPropertyName,
    ignoreBots: options.ignoreBots,
    ipAllowlist: options.ipWhitelist,
  });
}
