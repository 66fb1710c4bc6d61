import { defineTranslator } from '../translator.js';
import { listAt, objectAt, present } from './parameter-reading.js';

const MODES: Readonly<Record<string, string>> = {
  allIncomingItems: 'allItems',
  binary: 'file',
  firstIncomingItem: 'firstItem',
  json: 'json',
  jwt: 'jwt',
  noData: 'nothing',
  redirect: 'redirect',
  text: 'text',
};

/** Versions 1 to 1.5. 1.3 always had an output for the answer, which is asked for since. */
export const respondToWebhook = defineTranslator({
  type: 'n8n-nodes-base.respondToWebhook',
  versions: (version) => version >= 1 && version < 2,
  translate: ({ parameters: p = {} }, version) => {
    const asked = typeof p.respondWith === 'string' ? p.respondWith : 'firstIncomingItem';
    const respondWith = Object.hasOwn(MODES, asked) ? MODES[asked] : undefined;
    const o = objectAt(p.options);
    if (!respondWith) {
      return { type: 'respondToWebhook', version: 1, parameters: {}, unsupported: `answering with "${asked}"` };
    }
    const headers = listAt(o.responseHeaders, 'entries').map(({ name, value }) => ({
      name: name ?? '',
      value: value ?? '',
    }));
    return {
      type: 'respondToWebhook',
      version: 1,
      parameters: present({
        respondWith,
        json: respondWith === 'json' ? (p.responseBody ?? '{}') : undefined,
        text: respondWith === 'text' ? (p.responseBody ?? '') : undefined,
        url: p.redirectURL,
        payload: p.payload,
        file: p.responseDataSource === 'set' ? p.inputFieldName : undefined,
        responseOutput: version === 1.3 || (version > 1.3 && p.enableResponseOutput === true) ? true : undefined,
        options: present({
          status: o.responseCode,
          headers: headers.length > 0 ? headers : undefined,
          field: o.responseKey,
        }),
      }),
    };
  },
});
