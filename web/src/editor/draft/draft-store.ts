import type { WorkflowDocument } from '@orchestrator/workflow';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { ApiProblem } from '../../api/problem.ts';
import type { EditorStore } from '../editor-store.ts';

/** What became of the changes made here. */
export type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'stale' | 'refused';

export interface DraftState {
  status: DraftStatus;
  /** The version that the document here is based on; 0 before the first save of a new workflow. */
  version: number;
  activeVersion: number | null;
  folderId: string | null;
  /** Why it could not be saved. */
  fault?: unknown;
  /** What was not saved when the browser last had it open has been taken up again. */
  restored?: boolean;
  /** The document as it was last saved or read: what a merge begins from. */
  savedDocument: WorkflowDocument;
  /** Saves now, and says whether everything is saved. */
  flush(): Promise<boolean>;
  /** Goes on from another version: after a merge, or when its document was restored. */
  rebase(version: number, savedDocument: WorkflowDocument): void;
}
export type DraftStore = StoreApi<DraftState> & { stop(): void };

/** What the server answers to a save. */
export interface Saved {
  id: string;
  version: number;
}
/** Where unsaved work is kept until it is saved. */
export interface Keeper {
  keep(
    id: string,
    work: { base: number; baseDocument: WorkflowDocument; document: WorkflowDocument; at: number },
  ): unknown;
  drop(id: string): unknown;
}
export type Save = (document: WorkflowDocument, base: number) => Promise<Saved>;

/** Changes are saved when there was a pause of this length, */
const PAUSE_MS = 800;
/** and at the latest this long after the first of them. */
const LATEST_MS = 5_000;
/** What is not saved is written down in the browser this soon. */
const KEEP_MS = 250;
/** While the server can't be reached, it is tried again this often. */
const AGAIN_MS = 5_000;

/** Saves what changes in an editor, as drafts; one save at a time, and what changed meanwhile with the next. */
export function createDraftStore(
  editor: EditorStore,
  begin: Pick<DraftState, 'version' | 'activeVersion' | 'folderId'>,
  save: Save,
  keeper: Keeper,
): DraftStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | undefined;
  let running: Promise<boolean> | undefined;

  const store = createStore<DraftState>((set) => ({
    ...begin,
    status: 'saved',
    savedDocument: editor.getState().document,
    rebase: (version, savedDocument) => {
      set({ version, savedDocument, fault: undefined, status: 'unsaved' });
      schedule(0);
    },
    flush: async () => {
      clearTimeout(timer);
      // A save that is under way has not got what was changed since.
      await running;
      return run();
    },
  }));

  function run(): Promise<boolean> {
    running ??= once().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function once(): Promise<boolean> {
    const { document } = editor.getState();
    if (store.getState().status === 'stale') return false;
    if (document === store.getState().savedDocument) {
      // What was changed was taken back.
      changedAt = undefined;
      store.setState({ status: 'saved', fault: undefined });
      return true;
    }
    changedAt = undefined;
    store.setState({ status: 'saving', fault: undefined });
    try {
      const { id, version } = await save(document, store.getState().version);
      if (!editor.getState().workflowId) editor.setState({ workflowId: id });
      const more = editor.getState().document !== document;
      store.setState({ version, savedDocument: document, status: more ? 'unsaved' : 'saved' });
      if (!more) void keeper.drop(id);
      if (more) schedule(PAUSE_MS);
      return !more;
    } catch (fault) {
      const { status, code } = fault instanceof ApiProblem ? fault : { status: 0, code: '' };
      const unreachable = status === 0 || status === 401 || status === 429 || status >= 500;
      store.setState({ status: code === 'workflow.stale' ? 'stale' : unreachable ? 'offline' : 'refused', fault });
      if (unreachable) schedule(AGAIN_MS);
      return false;
    }
  }

  /** Writes down what is not saved yet, once for many changes in a row. */
  let keeping: ReturnType<typeof setTimeout> | undefined;
  function keep(): void {
    keeping ??= setTimeout(() => {
      keeping = undefined;
      const { workflowId, document } = editor.getState();
      const { savedDocument, version } = store.getState();
      if (!workflowId || document === savedDocument) return;
      void keeper.keep(workflowId, { base: version, baseDocument: savedDocument, document, at: Date.now() });
    }, KEEP_MS);
  }

  function schedule(after: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), after);
  }

  const unsubscribe = editor.subscribe((state, before) => {
    if (state.document === before.document || state.readOnly) return;
    changedAt ??= Date.now();
    keep();
    if (store.getState().status === 'saved') store.setState({ status: 'unsaved' });
    schedule(Math.max(0, Math.min(PAUSE_MS, changedAt + LATEST_MS - Date.now())));
  });

  return Object.assign(store, {
    stop() {
      clearTimeout(timer);
      clearTimeout(keeping);
      unsubscribe();
    },
  });
}

const DraftContext = createContext<DraftStore | undefined>(undefined);
export const DraftProvider = DraftContext.Provider;

/** The draft around, where there is one: an execution that is looked at has none. */
export const useMaybeDraftStore = (): DraftStore | undefined => useContext(DraftContext);

export function useDraftStore(): DraftStore {
  const store = useContext(DraftContext);
  if (!store) throw new Error('there is no draft around');
  return store;
}
export const useDraft = <T>(select: (state: DraftState) => T): T => useStore(useDraftStore(), select);
