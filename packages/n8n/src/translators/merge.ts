import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { listAt, objectAt, present } from './parameter-reading.js';

/** Two inputs, and a mode for each way of combining them. */
export const mergeV1 = defineTranslator({
  type: 'n8n-nodes-base.merge',
  versions: (version) => version < 2,
  translate: ({ parameters: p = {} }) => ({ type: 'merge', version: 1, parameters: firstForm(p) }),
});

export const mergeV2 = defineTranslator({
  type: 'n8n-nodes-base.merge',
  versions: (version) => version >= 2,
  translate: ({ parameters: p = {} }, version) => {
    if (p.mode === 'combineBySql') {
      return {
        type: 'merge',
        version: 1,
        parameters: {},
        unsupported: 'items can not be merged by an SQL query here yet; combine them by fields instead.',
      };
    }
    return { type: 'merge', version: 1, parameters: laterForm(p, version) };
  },
});

const SHALLOW = { nested: 'shallow' };

function firstForm(p: JsonObject): JsonObject {
  const fields = [{ field1: p.propertyName1 ?? '', field2: p.propertyName2 ?? '' }];
  const byFields = { mode: 'combine', combineBy: 'fields', fields };
  switch (p.mode) {
    case 'keepKeyMatches':
      return { ...byFields, join: 'keepMatches', from: 'input1' };
    case 'removeKeyMatches':
      return { ...byFields, join: 'keepNonMatches', from: 'input1' };
    case 'mergeByKey':
      return {
        ...byFields,
        join: 'lookup',
        overwrite: p.overwrite === 'undefined' ? 'missing' : (p.overwrite ?? 'always'),
      };
    case 'mergeByIndex': {
      const unpaired = p.join === 'outer' ? 'keep' : p.join === 'inner' ? 'drop' : 'keepFirst';
      return { mode: 'combine', combineBy: 'position', unpaired, clash: SHALLOW };
    }
    case 'multiplex':
      return { mode: 'combine', combineBy: 'all', clash: SHALLOW };
    case 'passThrough':
      return { mode: 'choose', chosenInput: p.output === 'input2' ? 2 : 1 };
    case 'wait':
      return { mode: 'choose', choose: 'empty' };
    default:
      return { mode: 'append' };
  }
}

function laterForm(p: JsonObject, version: number): JsonObject {
  const inputs = version >= 3 ? (p.numberInputs ?? 2) : 2;
  if (p.mode === 'chooseBranch') return { mode: 'choose', inputs, ...choice(p) };
  if (p.mode !== 'combine') return { mode: 'append', inputs };
  const options = objectAt(p.options);
  const by = String(version >= 3 ? (p.combineBy ?? 'combineByFields') : (p.combinationMode ?? 'mergeByFields'));
  const combineBy = BY[by] ?? 'fields';
  const clash = clashRule(objectAt(objectAt(options.clashHandling).values), version >= 3 && combineBy === 'position');
  const base = { mode: 'combine', inputs, combineBy, clash };
  if (combineBy === 'position') return { ...base, unpaired: options.includeUnpaired === true ? 'keep' : 'drop' };
  if (combineBy === 'all') return base;
  return present({
    ...base,
    fields: matchFields(p, version),
    join: p.joinMode ?? 'keepMatches',
    from: p.outputDataFrom,
    multipleMatches: options.multipleMatches,
    fuzzy: options.fuzzyCompare,
    dotNotation: options.disableDotNotation === true ? false : undefined,
    passAlone: version < 2.1 ? true : undefined,
  });
}

const BY: Readonly<Record<string, string>> = {
  combineByPosition: 'position',
  mergeByPosition: 'position',
  combineAll: 'all',
  multiplex: 'all',
};

function matchFields(p: JsonObject, version: number): JsonObject[] {
  if (version >= 3 && p.advanced !== true) {
    const names = p.fieldsToMatchString;
    if (typeof names === 'string' && names.startsWith('=')) return [{ field1: names, field2: names }];
    return String(names ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ field1: name, field2: name }));
  }
  return listAt(p.mergeByFields, 'values').map(({ field1, field2 }) => ({
    field1: field1 ?? '',
    field2: field2 ?? '',
  }));
}

function clashRule(values: JsonObject, keepsLastName: boolean): JsonObject {
  return present({
    ...preference(values.resolveClash, keepsLastName),
    nested: values.mergeMode === 'shallowMerge' ? 'shallow' : undefined,
    skipEmpty: values.overrideEmpty === true ? true : undefined,
  });
}

function preference(resolve: JsonValue | undefined, keepsLastName: boolean): JsonObject {
  if (resolve === 'addSuffix') return { prefer: keepsLastName ? 'suffixAndLast' : 'suffix' };
  const input = /^preferInput(\d+)$/.exec(String(resolve))?.[1];
  return input === undefined ? {} : { prefer: 'input', input: Number(input) };
}

function choice(p: JsonObject): JsonObject {
  if (p.output === 'empty') return { choose: 'empty' };
  const input = p.useDataOfInput ?? (p.output === 'input2' ? 2 : 1);
  const number = typeof input === 'string' && !input.startsWith('=') ? Number(input.replace('input', '')) : input;
  return { chosenInput: typeof number === 'number' && Number.isNaN(number) ? 1 : number };
}
