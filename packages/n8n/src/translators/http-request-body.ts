import type { JsonObject } from '@orchestrator/workflow';
import { fieldList } from './http-request-shape.js';
import { listAt } from './parameter-reading.js';

/** The body of versions 3 and later. */
export function bodyOf(p: JsonObject): JsonObject {
  if (p.sendBody !== true) return { bodyKind: 'none' };
  const fields = fieldList(p.bodyParameters, 'parameters');
  switch (p.contentType ?? 'json') {
    case 'form-urlencoded':
      return p.specifyBody === 'string'
        ? { bodyKind: 'form', bodyMode: 'text', bodyText: p.body ?? '' }
        : { bodyKind: 'form', bodyMode: 'fields', bodyFields: fields };
    case 'multipart-form-data':
      return { bodyKind: 'multipart', bodyFields: multipartFields(p) };
    case 'binaryData':
      return { bodyKind: 'file', fileField: p.inputDataFieldName ?? '' };
    case 'raw':
      return { bodyKind: 'raw', rawBody: p.body ?? '', rawContentType: p.rawContentType ?? '' };
    default:
      return p.specifyBody === 'json'
        ? { bodyKind: 'json', bodyMode: 'text', bodyText: p.jsonBody ?? '' }
        : { bodyKind: 'json', bodyMode: 'fields', bodyFields: fields };
  }
}

function multipartFields(p: JsonObject): JsonObject[] {
  return listAt(p.bodyParameters, 'parameters').map((field) =>
    field.parameterType === 'formBinaryData'
      ? { name: field.name ?? '', file: field.inputDataFieldName ?? '' }
      : { name: field.name ?? '', value: field.value ?? '' },
  );
}
