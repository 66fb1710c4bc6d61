import type { WorkflowDocument } from '@orchestrator/workflow';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { ApiProblem } from '../../api/problem.ts';
import { merge } from '../document/merge.ts';
import { withSharedParts } from '../document/share.ts';
import type { EditorStore } from '../editor-store.ts';

/** What became of the changes made here. */
export type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'stale' | 'refused';

export interface DraftState {
  status: DraftStatus;
  /** The version that the document here is based on; 0 before the first save of a new workflow. */
  version: number;
  activeVersion: number | null;
  /** The number of the live version among those that were ever live. */
  liveNumber: number | null;
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
  /** Takes in what somebody else saved as `version` or later, and says what became of it. Never throws. */
  catchUp(version: number): Promise<CaughtUp>;
}
/**
 * What became of a version that was saved elsewhere: it was saved here, or is older than what is here; it was taken in;
 * it was brought together with what is not saved yet; both changed the same, and a person has to say whose counts; it
 * could not be read.
 */
export type CaughtUp = 'known' | 'taken' | 'merged' | 'asked' | 'failed';
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
/** Reads the newest version. */
export type Load = () => Promise<{ version: number; document: WorkflowDocument }>;

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
  {
    newKey,
    ...begin
  }: Pick<DraftState, 'version' | 'activeVersion' | 'liveNumber' | 'folderId'> & {
    /** What a workflow that is not saved yet is kept under, until it has an id. */
    newKey?: string;
  },
  save: Save,
  keeper: Keeper,
  load: Load,
): DraftStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | undefined;
  let running: Promise<boolean> | undefined;
  /** Versions of others are taken in one after the other. */
  let last: Promise<CaughtUp> = Promise.resolve('known');

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
    catchUp: (version) => {
      last = last.then(() => takeIn(version)).catch(() => 'failed');
      return last;
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
      void drop();
      return true;
    }
    changedAt = undefined;
    store.setState({ status: 'saving', fault: undefined });
    try {
      const { id, version } = await save(document, store.getState().version);
      if (!editor.getState().workflowId) {
        // Before anything tells that it is saved: who leaves the page then must not find it unsaved again.
        await drop();
        editor.setState({ workflowId: id });
      }
      const more = editor.getState().document !== document;
      store.setState({ version, savedDocument: document, status: more ? 'unsaved' : 'saved' });
      if (more) {
        keep();
        schedule(PAUSE_MS);
      } else void drop();
      return !more;
    } catch (fault) {
      const { status, code } = fault instanceof ApiProblem ? fault : { status: 0, code: '' };
      const unreachable = status === 0 || status === 401 || status === 429 || status >= 500;
      store.setState({ status: code === 'workflow.stale' ? 'stale' : unreachable ? 'offline' : 'refused', fault });
      if (unreachable) schedule(AGAIN_MS);
      if (code === 'workflow.stale') void store.getState().catchUp(store.getState().version + 1);
      return false;
    }
  }

  async function takeIn(version: number): Promise<CaughtUp> {
    // A save that is under way may be what is told of.
    await running;
    if (version <= store.getState().version) return 'known';
    const newest = await load();
    await running;
    const { version: own, savedDocument } = store.getState();
    if (newest.version <= own) return 'known';
    const mine = editor.getState().document;
    const theirs = withSharedParts(mine, newest.document);
    if (mine === savedDocument) {
      clearTimeout(timer);
      changedAt = undefined;
      store.setState({ version: newest.version, savedDocument: theirs, fault: undefined, status: 'saved' });
      editor.getState().takeIn(theirs);
      return 'taken';
    }
    const { document, conflicts } = merge(savedDocument, mine, theirs);
    if (conflicts.length > 0) {
      store.setState({ status: 'stale' });
      return 'asked';
    }
    editor.getState().takeIn(document);
    store.getState().rebase(newest.version, theirs);
    return 'merged';
  }

  /** What was written down is saved, or taken back. */
  async function drop(): Promise<void> {
    const key = editor.getState().workflowId ?? newKey;
    if (key) await keeper.drop(key);
  }

  /** Writes down what is not saved yet, once for many changes in a row. */
  let keeping: ReturnType<typeof setTimeout> | undefined;
  function keep(): void {
    keeping ??= setTimeout(() => {
      keeping = undefined;
      const { workflowId, document } = editor.getState();
      const { savedDocument, version } = store.getState();
      const key = workflowId ?? newKey;
      if (!key || document === savedDocument) return;
      void keeper.keep(key, { base: version, baseDocument: savedDocument, document, at: Date.now() });
    }, KEEP_MS);
  }

  function schedule(after: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), after);
  }

  const unsubscribe = editor.subscribe((state, before) => {
    if (state.document === before.document || state.readOnly) return;
    const { status, savedDocument } = store.getState();
    if (status === 'saved' && state.document === savedDocument) return; // It is somebody else's, and saved.
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
