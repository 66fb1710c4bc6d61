import type { Item, JsonObject } from '@orchestrator/workflow';
import { fieldNames, getField, setField } from '../field-path/field-path.js';
import type { SourcedItem } from '../matching/sourced-item.js';
import type { Comparison } from './compare-items.js';

export interface Resolution {
  resolve: 'includeBoth' | 'preferInput1' | 'preferInput2' | 'mix';
  prefer: 'input1' | 'input2';
  /** Names of fields that are taken from the other input. */
  except: string;
  dotNotation: boolean;
}

/** What stands for two matching items that differ. */
export function resolveDifference(a: SourcedItem, b: SourcedItem, comparison: Comparison, how: Resolution): Item {
  const pairedItem = [a.pairedItem, b.pairedItem];
  switch (how.resolve) {
    case 'preferInput1':
      return { ...a, pairedItem };
    case 'preferInput2':
      return { ...b, pairedItem };
    case 'includeBoth': {
      const { keys, same, different, skipped } = comparison;
      const json: JsonObject = { keys, same, different };
      if (Object.keys(skipped).length > 0) json.skipped = skipped;
      return { json, pairedItem };
    }
    case 'mix': {
      const [preferred, other] = how.prefer === 'input1' ? [a, b] : [b, a];
      const json = structuredClone(preferred.json);
      for (const name of fieldNames(how.except)) setField(json, name, getField(other.json, name, how) ?? null, how);
      const binary = a.binary || b.binary ? { binary: { ...other.binary, ...preferred.binary } } : {};
      return { ...binary, json, pairedItem };
    }
  }
}
