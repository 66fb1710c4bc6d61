import type { JsonObject } from '@orchestrator/workflow';
import { expect, test } from 'vitest';
import type { Translator } from '../translator.js';
import { code } from './code.js';
import { functionNode } from './function.js';
import { functionItem } from './function-item.js';

const translate = (translator: Translator, parameters: JsonObject, version = 1) =>
  translator.translate({ name: 'Node', type: translator.type, parameters }, version);

test.each([
  [{ jsCode: 'return [];' }, { mode: 'all', language: 'javascript', code: 'return [];' }],
  [
    { mode: 'runOnceForEachItem', language: 'javaScript', jsCode: 'return item;' },
    { mode: 'each', language: 'javascript', code: 'return item;' },
  ],
])('a Code node %j', (parameters, native) => {
  const translation = translate(code, parameters, 2);
  expect(translation).toMatchObject({ type: 'code', version: 1, parameters: native });
  expect(translation.unsupported).toBeUndefined();
});

test.each(['python', 'pythonNative'])('Python (%s) is kept, and said not to run', (language) => {
  const translation = translate(code, { language, pythonCode: 'return []', jsCode: 'x' }, 2);
  expect(translation.parameters).toMatchObject({ language: 'python', code: 'return []' });
  expect(translation.unsupported).toContain('Python');
});

test('an untouched node runs the code that n8n shows in it', () => {
  const text = (translator: Translator, version = 1) => translate(translator, {}, version).parameters.code;
  expect(text(code, 2)).toContain('return');
  expect(text(functionNode)).toContain('return items');
  expect(text(functionItem)).toContain('return item');
});

test('a Function and a Function Item keep their dialect', () => {
  const parameters = { functionCode: 'return items;' };
  expect(translate(functionNode, parameters).parameters).toMatchObject({
    ...{ code: 'return items;' },
    dialect: 'function',
  });
  expect(translate(functionItem, parameters).parameters).toMatchObject({ mode: 'each', dialect: 'functionItem' });
});
