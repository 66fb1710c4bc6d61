import type { WorkflowDocument } from '@orchestrator/workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { createEditorStore } from '../editor-store.ts';
import { createDraftStore, type Load, type Save } from './draft-store.ts';

const document: WorkflowDocument = { formatVersion: 1, name: 'a', nodes: [], edges: [], settings: {} };
const renamed = (name: string) => (now: WorkflowDocument) => ({ ...now, name });

const unread: Load = async () => {
  throw new ApiProblem(0, {});
};

function started(save: Save, load: Load = unread, newKey?: string) {
  const editor = createEditorStore({ workflowId: newKey ? undefined : 'w', document, readOnly: false });
  const kept = new Map<string, unknown>();
  const draft = createDraftStore(
    editor,
    { version: newKey ? 0 : 1, activeVersion: null, liveNumber: null, folderId: null, newKey },
    save,
    {
      keep: (id, work) => kept.set(id, work),
      drop: (id) => kept.delete(id),
    },
    load,
  );
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

  it('keeps nothing of what was taken back before it was saved', async () => {
    const { editor, change, kept } = started(async () => ({ id: 'w', version: 2 }));
    change('b');
    await vi.advanceTimersByTimeAsync(400);
    editor.getState().undo();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept.size).toBe(0);
  });

  it('keeps a workflow that was never saved under a key of its own, until it has an id', async () => {
    let reachable = false;
    const { draft, change, kept, editor } = started(
      async ({ name }, base) => {
        if (!reachable) throw new ApiProblem(0, {});
        if (name === 'c') change('d');
        return { id: 'made', version: base + 1 };
      },
      unread,
      'new 1',
    );
    change('b');
    await vi.advanceTimersByTimeAsync(400);
    change('c');
    await vi.advanceTimersByTimeAsync(2000);
    expect([...kept]).toMatchObject([['new 1', { base: 0, document: { name: 'c' }, baseDocument: { name: 'a' } }]]);
    reachable = true;
    await draft.getState().flush();
    expect(editor.getState().workflowId).toBe('made');
    expect(kept.has('new 1')).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect([...kept]).toMatchObject([['made', { base: 1, document: { name: 'd' } }]]);
    await vi.advanceTimersByTimeAsync(1000);
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

  it('stops at somebody else’s save when both changed the same, until a person says whose counts', async () => {
    let current = 5;
    const { draft, change } = started(
      async (_, base) => {
        if (base !== current) throw new ApiProblem(409, { code: 'workflow.stale' });
        current += 1;
        return { id: 'w', version: current };
      },
      async () => ({ version: 5, document: { ...document, name: 'theirs' } }),
    );
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

  it('takes in what somebody else saved when nothing is unsaved here, as no step of undo', async () => {
    const saves: string[] = [];
    const { draft, editor, change } = started(
      async ({ name }, base) => {
        saves.push(name);
        return { id: 'w', version: base + 1 };
      },
      async () => ({ version: 3, document: { ...document, name: 'b', description: 'theirs' } }),
    );
    change('b');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await draft.getState().catchUp(2)).toBe('known');
    expect(await draft.getState().catchUp(3)).toBe('taken');
    expect(editor.getState().document).toMatchObject({ name: 'b', description: 'theirs' });
    await vi.advanceTimersByTimeAsync(9000);
    expect([draft.getState().status, draft.getState().version, saves]).toEqual(['saved', 3, ['b']]);
    editor.getState().undo();
    expect(editor.getState().document).toMatchObject({ name: 'a', description: 'theirs' });
  });

  it('brings what is unsaved here and what somebody else saved together at once, where they don’t touch', async () => {
    const saves: [WorkflowDocument, number][] = [];
    const { draft, editor, change } = started(
      async (changed, base) => {
        saves.push([changed, base]);
        return { id: 'w', version: base + 1 };
      },
      async () => ({ version: 2, document: { ...document, description: 'theirs' } }),
    );
    change('mine');
    expect(await draft.getState().catchUp(2)).toBe('merged');
    await vi.advanceTimersByTimeAsync(10);
    expect(saves).toMatchObject([[{ name: 'mine', description: 'theirs' }, 2]]);
    expect(draft.getState()).toMatchObject({ status: 'saved', version: 3 });
    editor.getState().undo();
    expect(editor.getState().document).toMatchObject({ name: 'a', description: 'theirs' });
  });

  it('keeps its own save that is under way when that is what is told of', async () => {
    let answer = (_: { id: string; version: number }) => {};
    const { draft, change } = started(() => new Promise((resolve) => (answer = resolve)));
    change('b');
    await vi.advanceTimersByTimeAsync(1000);
    const told = draft.getState().catchUp(2);
    answer({ id: 'w', version: 2 });
    expect(await told).toBe('known');
  });
});
