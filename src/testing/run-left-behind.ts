import { type RunEvent, textOfEvents } from '@orchestrator/engine';
import type { JsonObject } from '@orchestrator/workflow';
import { packChunk } from '../domains/executions/journal/chunk-codec.js';
import { JournalWriter } from '../domains/executions/journal/journal-writer.js';
import { newId } from '../infrastructure/database/uuid.js';
import type { TestPerson, TestServer } from './test-server.js';

/**
 * Makes the run that a process leaves behind which dies in the middle of a step with an effect: its trigger has run, the
 * step had begun, and its lease has run out. The server takes it up, finds it in doubt, and asks a person.
 * @param nodes ids of the trigger and of the step
 * @returns the execution's id, once it is in doubt
 */
export async function runInDoubt(
  server: TestServer,
  person: TestPerson,
  workflow: { id: string; version: number },
  nodes: { trigger: string; step: string },
  json: JsonObject = {},
): Promise<string> {
  const at = Date.now() - 60_000;
  const items = [{ json }];
  const events: RunEvent[] = [
    { t: 'started', at, mode: 'webhook', node: nodes.trigger, items },
    { t: 'ran', at: at + 1, node: nodes.trigger, took: 1, outputs: [items] },
    { t: 'began', at: at + 2, node: nodes.step, attempt: 1 },
  ];
  const id = newId(at);
  await server.app.get(JournalWriter).write({
    kind: 'create',
    id,
    tenantId: person.tenantId,
    workflowId: workflow.id,
    workflowVersion: workflow.version,
    mode: 'webhook',
    queuedAt: at,
    fence: 1,
    change: { status: 'running', startedAt: at, leaseUntil: at + 1 },
    chunk: packChunk(textOfEvents(events)),
  });
  const end = Date.now() + 15_000;
  for (;;) {
    const { body } = await person.call('GET', `executions/${id}`);
    if (body.status === 'in_doubt') return id;
    if (Date.now() > end) throw new Error(`it stayed ${body.status}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
