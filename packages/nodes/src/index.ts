import type { NodeDefinition } from '@orchestrator/node-sdk';
import { aggregate } from './aggregate/aggregate.node.js';
import { code } from './code/code.node.js';
import { compareDatasets } from './compare-datasets/compare-datasets.node.js';
import { crypto } from './crypto/crypto.node.js';
import { dateTime } from './date-time/date-time.node.js';
import { editFields } from './edit-fields/edit-fields.node.js';
import { errorTrigger } from './error-trigger/error-trigger.node.js';
import { executeSubworkflow } from './execute-subworkflow/execute-subworkflow.node.js';
import { filter } from './filter/filter.node.js';
import { httpRequest } from './http-request/http-request.node.js';
import { ifNode } from './if/if.node.js';
import { limit } from './limit/limit.node.js';
import { loopOverItems } from './loop-over-items/loop-over-items.node.js';
import { manualTrigger } from './manual-trigger/manual-trigger.node.js';
import { merge } from './merge/merge.node.js';
import { noOperation } from './no-operation/no-operation.node.js';
import { placeholder } from './placeholder/placeholder.node.js';
import { removeDuplicates } from './remove-duplicates/remove-duplicates.node.js';
import { renameKeys } from './rename-keys/rename-keys.node.js';
import { respondToWebhook } from './respond-to-webhook/respond-to-webhook.node.js';
import { scheduleTrigger } from './schedule-trigger/schedule-trigger.node.js';
import { sort } from './sort/sort.node.js';
import { splitOut } from './split-out/split-out.node.js';
import { stopAndError } from './stop-and-error/stop-and-error.node.js';
import { subworkflowTrigger } from './subworkflow-trigger/subworkflow-trigger.node.js';
import { summarize } from './summarize/summarize.node.js';
import { switchNode } from './switch/switch.node.js';
import { wait } from './wait/wait.node.js';
import { webhookTrigger } from './webhook-trigger/webhook-trigger.node.js';

export { builtinCredentials } from './credentials/registry.js';
export { type CronRule, type ScheduleRule, scheduleRules } from './schedule-trigger/schedule-rules.js';

/** Every built-in node type, one entry a type and version. */
export const builtinNodes: readonly NodeDefinition[] = [
  errorTrigger,
  executeSubworkflow,
  subworkflowTrigger,
  compareDatasets,
  stopAndError,
  renameKeys,
  merge,
  respondToWebhook,
  scheduleTrigger,
  webhookTrigger,
  editFields,
  filter,
  ifNode,
  manualTrigger,
  noOperation,
  switchNode,
  aggregate,
  code,
  crypto,
  dateTime,
  httpRequest,
  limit,
  loopOverItems,
  removeDuplicates,
  sort,
  splitOut,
  summarize,
  wait,
  placeholder,
];
