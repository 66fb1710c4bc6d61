import type { JsonObject } from '@orchestrator/workflow';
import { chosen, listAt, present } from './parameter-reading.js';

/** Paging of versions 4.1 and later. Its expressions are read later, with `$response` in sight. */
export function paginationOf(p: JsonObject): JsonObject {
  const mode = chosen(
    p.paginationMode,
    { off: 'off', updateAParameterInEachRequest: 'parameter', responseContainsNextURL: 'nextUrl' },
    Object.keys(p).length > 0 ? 'parameter' : 'off',
  );
  if (mode === 'off') return { mode };
  return present({
    mode,
    parameters: listAt(p.parameters, 'parameters').map((parameter) => ({
      in: chosen(parameter.type, { qs: 'query', headers: 'headers', body: 'body' }, 'query'),
      name: parameter.name ?? '',
      value: parameter.value ?? '',
    })),
    nextUrl: p.nextURL,
    completeWhen: chosen(
      p.paginationCompleteWhen,
      { responseIsEmpty: 'empty', receiveSpecificStatusCodes: 'status', other: 'expression' },
      'empty',
    ),
    statusCodes: p.statusCodesWhenComplete,
    completeExpression: p.completeExpression,
    maxRequests: p.limitPagesFetched === true ? (p.maxRequests ?? 100) : undefined,
    interval: p.requestInterval,
  });
}
