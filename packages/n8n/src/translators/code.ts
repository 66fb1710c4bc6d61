import { defineTranslator, type Translation } from '../translator.js';

/** What the node does that nobody wrote code into: a field is added to each item. n8n stores no code then. */
const UNTOUCHED = {
  all: 'for (const item of $input.all()) {\n  item.json.myNewField = 1;\n}\n\nreturn $input.all();',
  each: '$input.item.json.myNewField = 1;\n\nreturn $input.item;',
};

/** n8n's Code node, versions 1 and 2; Python is carried over but does not run. */
export const code = defineTranslator({
  type: 'n8n-nodes-base.code',
  translate({ parameters = {} }): Translation {
    const { mode, language, jsCode, pythonCode } = parameters;
    const python = typeof language === 'string' && /^python/i.test(language);
    const text = python ? pythonCode : jsCode;
    const each = mode === 'runOnceForEachItem';
    return {
      type: 'code',
      version: 1,
      parameters: {
        mode: each ? 'each' : 'all',
        language: python ? 'python' : 'javascript',
        code: typeof text === 'string' ? text : python ? '' : UNTOUCHED[each ? 'each' : 'all'],
      },
      ...(python ? { unsupported: 'Python code does not run here; rewrite it in JavaScript.' } : {}),
    };
  },
});
