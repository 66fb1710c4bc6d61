import type { Translator } from '../translator.js';
import { aggregate } from './aggregate.js';
import { code } from './code.js';
import { compareDatasets } from './compare-datasets.js';
import { crypto } from './crypto.js';
import { dateTimeV1, dateTimeV2 } from './date-time.js';
import { errorTrigger } from './error-trigger.js';
import { executeWorkflow } from './execute-workflow.js';
import { executeWorkflowTrigger } from './execute-workflow-trigger.js';
import { filterV1, filterV2 } from './filter.js';
import { functionNode } from './function.js';
import { functionItem } from './function-item.js';
import { httpRequest } from './http-request.js';
import { httpRequestLegacy } from './http-request-legacy.js';
import { ifV1, ifV2 } from './if.js';
import { itemLists } from './item-lists.js';
import { limit } from './limit.js';
import { manualTrigger, start } from './manual-trigger.js';
import { mergeV1, mergeV2 } from './merge.js';
import { noOperation } from './no-operation.js';
import { removeDuplicates } from './remove-duplicates.js';
import { renameKeys } from './rename-keys.js';
import { respondToWebhook } from './respond-to-webhook.js';
import { cron, interval, scheduleTrigger } from './schedule-trigger.js';
import { setV1, setV3 } from './set.js';
import { sort } from './sort.js';
import { splitInBatches } from './split-in-batches.js';
import { splitOut } from './split-out.js';
import { stopAndError } from './stop-and-error.js';
import { summarize } from './summarize.js';
import { switchV1, switchV2, switchV3 } from './switch.js';
import { wait } from './wait.js';
import { webhook } from './webhook.js';

/** Every translator, one or more for each of n8n's node types that has a native form. */
export const translators: readonly Translator[] = [
  errorTrigger,
  executeWorkflow,
  executeWorkflowTrigger,
  compareDatasets,
  stopAndError,
  renameKeys,
  mergeV1,
  mergeV2,
  cron,
  interval,
  respondToWebhook,
  scheduleTrigger,
  webhook,
  filterV1,
  filterV2,
  ifV1,
  ifV2,
  manualTrigger,
  start,
  noOperation,
  setV1,
  setV3,
  switchV1,
  switchV2,
  switchV3,
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
