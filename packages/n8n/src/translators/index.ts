import type { Translator } from '../translator.js';
import { aggregate } from './aggregate.js';
import { code } from './code.js';
import { crypto } from './crypto.js';
import { dateTimeV1, dateTimeV2 } from './date-time.js';
import { functionNode } from './function.js';
import { functionItem } from './function-item.js';
import { httpRequest } from './http-request.js';
import { httpRequestLegacy } from './http-request-legacy.js';
import { itemLists } from './item-lists.js';
import { limit } from './limit.js';
import { removeDuplicates } from './remove-duplicates.js';
import { sort } from './sort.js';
import { splitInBatches } from './split-in-batches.js';
import { splitOut } from './split-out.js';
import { summarize } from './summarize.js';
import { wait } from './wait.js';

/** Every translator, one or more for each of n8n's node types that has a native form. */
export const translators: readonly Translator[] = [
  aggregate,
  code,
  crypto,
  functionItem,
  functionNode,
  httpRequest,
  httpRequestLegacy,
  itemLists,
  limit,
  removeDuplicates,
  sort,
  splitInBatches,
  splitOut,
  summarize,
  wait,
  dateTimeV1,
  dateTimeV2,
];
