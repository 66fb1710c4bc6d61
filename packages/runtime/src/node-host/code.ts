import type { NodeCall } from '@orchestrator/engine';
import type { CodeRequest, CodeResult } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import type { CallScope } from './call-scope.js';
import type { CallState } from './call-state.js';
import type { HostServices } from './host-services.js';
import type { StepLog } from './step-log.js';

/** The keys under which the static data of a workflow and of a node is kept. */
const STATIC_DATA = 'staticData';
/** Code that never names static data is spared reading and sending it. */
const NAMES_STATIC_DATA = 'getWorkflowStaticData';

/** Runs a node's code in the sandbox, with the data it may see, and keeps the state that it changed. */
export async function runCode(
  services: HostServices,
  call: NodeCall,
  scope: CallScope,
  state: CallState,
  log: StepLog,
  request: CodeRequest,
): Promise<CodeResult> {
  const wantsStatic = request.code.includes(NAMES_STATIC_DATA);
  const staticData = {
    global: wantsStatic ? (((await state.get('workflow', STATIC_DATA)) as JsonObject | undefined) ?? {}) : {},
    node: wantsStatic ? (((await state.get('node', STATIC_DATA)) as JsonObject | undefined) ?? {}) : {},
  };
  const result = await services.code.runCode({
    ...request,
    tenantId: call.run.tenantId,
    scope,
    staticData,
    signal: call.signal,
  });
  if (result.staticData?.global) await state.set('workflow', STATIC_DATA, result.staticData.global);
  if (result.staticData?.node) await state.set('node', STATIC_DATA, result.staticData.node);
  for (const [key, value] of Object.entries(result.customData ?? {})) await state.set('execution', key, value);
  for (const line of result.logs) log.add(line);
  return { values: result.values, logs: result.logs };
}
