import { defineTranslator } from '../translator.js';
import { listAt, objectAt, present } from './parameter-reading.js';

export const renameKeys = defineTranslator({
  type: 'n8n-nodes-base.renameKeys',
  translate: ({ parameters: p = {} }) => ({
    type: 'renameKeys',
    version: 1,
    parameters: {
      keys: listAt(p.keys, 'key').map(({ currentKey, newKey }) => ({ from: currentKey ?? '', to: newKey ?? '' })),
      patterns: listAt(objectAt(p.additionalOptions).regexReplacement, 'replacements').map((each) => {
        const options = objectAt(each.options);
        return present({
          pattern: each.searchRegex ?? '',
          replacement: each.replaceRegex ?? '',
          ignoreCase: options.caseInsensitive,
          depth: options.depth,
        });
      }),
    },
  }),
});
