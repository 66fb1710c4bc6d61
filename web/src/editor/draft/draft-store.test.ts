import type { WorkflowDocument } from '@orchestrator/workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { createEditorStore } from '../editor-store.ts';
import { createDraftStore, type Save } from './draft-store.ts';

const document: WorkflowDocument = { formatVersion: 1, name: 'a', nodes: [], edges: [], settings: {} };
const renamed = (name: string) => (now: WorkflowDocument) => ({ ...now, name });

function started(save: Save) {
  const editor = createEditorStore({ workflowId: 'w', document, readOnly: false });
  const kept = new Map<string, unknown>();
  const draft = createDraftStore(editor, { version: 1, activeVersion: null, folderId: null }, save, {
    keep: (id, work) => kept.set(id, work),
    drop: (id) => kept.delete(id),
  });
  return { editor, draft, kept, change: (name: string) => editor.getState().change(renamed(name)) };
}

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once after a pause, based on the version it has', async () => {
    const saves: [string, number][] = [];
    const { draft, change, kept } = started(async ({ name }, base) => {
      saves.push([name, base]);
      return { id: 'w', version: base + 1 };
    });
    change('b');
    change('c');
    await vi.advanceTimersByTimeAsync(400);
    expect([...kept.keys()]).toEqual(['w']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves).toEqual([['c', 1]]);
    expect(draft.getState()).toMatchObject({ status: 'saved', version: 2 });
    expect(kept.size).toBe(0);
  });

  it('keeps the work and tries again while nobody answers', async () => {
    let reachable = false;
    const { draft, change, kept } = started(async (_, base) => {
      if (!reachable) throw new ApiProblem(0, {});
      return { id: 'w', version: base + 1 };
    });
    change('b');
    await vi.advanceTimersByTimeAsync(2000);
    expect(draft.getState().status).toBe('offline');
    expect(kept.get('w')).toMatchObject({ base: 1, document: { name: 'b' }, baseDocument: { name: 'a' } });
    reachable = true;
    await vi.advanceTimersByTimeAsync(6000);
    expect(draft.getState().status).toBe('saved');
  });

  it('stops at somebody else’s save until both are brought together', async () => {
    let current = 5;
    const { draft, change } = started(async (_, base) => {
      if (base !== current) throw new ApiProblem(409, { code: 'workflow.stale' });
      current += 1;
      return { id: 'w', version: current };
    });
    change('b');
    await vi.advanceTimersByTimeAsync(2000);
    expect(draft.getState().status).toBe('stale');
    change('c');
    await vi.advanceTimersByTimeAsync(9000);
    expect(draft.getState().status).toBe('stale');
    draft.getState().rebase(5, { ...document, name: 'theirs' });
    await vi.advanceTimersByTimeAsync(10);
    expect(draft.getState()).toMatchObject({ status: 'saved', version: 6 });
  });
});
