import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { filterValue } from './filter-value.js';
import { legacyCondition, legacyFilterOf, SWITCH_DEFAULTS } from './legacy-conditions.js';
import { listAt, objectAt, present } from './parameter-reading.js';

const native = (parameters: JsonObject) => ({ type: 'switch', version: 1, parameters: present(parameters) });

/** Version 1 always had four outputs, and a rule named the one that it sends to. */
const OUTPUTS_OF_V1 = 4;

export const switchV1 = defineTranslator({
  type: 'n8n-nodes-base.switch',
  versions: (version) => version < 2,
  translate: ({ parameters: p = {} }) =>
    native(
      p.mode === 'expression'
        ? { mode: 'expression', outputs: OUTPUTS_OF_V1, output: p.output ?? 0 }
        : {
            mode: 'rules',
            outputs: OUTPUTS_OF_V1,
            rules: legacyRules(p).map(({ rule, conditions }) => ({ conditions, output: rule.output ?? 0 })),
            ...fallbackOf(p.fallbackOutput),
          },
    ),
});

export const switchV2 = defineTranslator({
  type: 'n8n-nodes-base.switch',
  versions: (version) => version >= 2 && version < 3,
  translate: ({ parameters: p = {} }) =>
    native(
      p.mode === 'expression'
        ? { mode: 'expression', outputs: p.outputsAmount ?? 4, output: p.output ?? 0 }
        : {
            mode: 'rules',
            rules: legacyRules(p).map(({ rule, conditions }) => present({ name: rule.outputKey, conditions })),
            ...fallbackOf(p.fallbackOutput),
          },
    ),
});

export const switchV3 = defineTranslator({
  type: 'n8n-nodes-base.switch',
  versions: (version) => version >= 3 && version < 4,
  translate: ({ parameters: p = {} }) => {
    if (p.mode === 'expression') {
      return native({ mode: 'expression', outputs: p.numberOutputs ?? 4, output: p.output ?? 0 });
    }
    const options = objectAt(p.options);
    return native({
      mode: 'rules',
      rules: listAt(p.rules, 'values').map((rule) =>
        present({
          name: rule.renameOutput === true ? rule.outputKey : undefined,
          conditions: filterValue(rule.conditions, { ...p, ...options }),
        }),
      ),
      ...fallbackOf(options.fallbackOutput),
      fallbackName: options.renameFallbackOutput,
      allMatching: options.allMatchingOutputs,
    });
  },
});

/** All rules of the first versions compare one value. */
function legacyRules(p: JsonObject): { rule: JsonObject; conditions: JsonObject }[] {
  const type = typeof p.dataType === 'string' ? p.dataType : 'number';
  return listAt(p.rules, 'rules').map((rule) => ({
    rule,
    conditions: legacyFilterOf([legacyCondition(type, { ...rule, value1: p.value1 }, SWITCH_DEFAULTS)], false),
  }));
}

function fallbackOf(given: JsonValue | undefined): JsonObject {
  if (given === undefined || given === 'none' || given === -1 || given === '') return { fallback: 'none' };
  return given === 'extra' ? { fallback: 'extra' } : { fallback: 'output', fallbackOutput: given };
}
