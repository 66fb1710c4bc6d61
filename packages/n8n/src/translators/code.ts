import { defineTranslator, type Translation } from '../translator.js';

/** n8n's Code node, versions 1 and 2; Python is carried over but does not run. */
export const code = defineTranslator({
  type: 'n8n-nodes-base.code',
  translate({ parameters = {} }): Translation {
    const { mode, language, jsCode, pythonCode } = parameters;
    const python = typeof language === 'string' && /^python/i.test(language);
    const text = python ? pythonCode : jsCode;
    return {
      type: 'code',
      version: 1,
      parameters: {
        mode: mode === 'runOnceForEachItem' ? 'each' : 'all',
        language: python ? 'python' : 'javascript',
        code: typeof text === 'string' ? text : '',
      },
      ...(python ? { unsupported: 'Python code does not run here; rewrite it in JavaScript.' } : {}),
    };
  },
});
