import type { WorkflowDocument } from '@orchestrator/workflow';

/** Work that is not saved yet, with the version and the document that it began from. */
export interface KeptWork {
  base: number;
  baseDocument: WorkflowDocument;
  document: WorkflowDocument;
  at: number;
}

const DATABASE = 'orchestrator-drafts';
const STORE = 'drafts';

/** IndexedDB: local storage is too small for a workflow with pinned data. */
function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const opened = await database();
    return await new Promise<T>((resolve, reject) => {
      const request = use(opened.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }).finally(() => opened.close());
  } catch {
    // A browser that keeps nothing (a private window, a full disk) still edits and saves.
    return undefined;
  }
}

/** Keeps unsaved work in this browser, by the id of its workflow; before it has one, by a key of its own. */
export const keepWork = (id: string, work: KeptWork) => run('readwrite', (store) => store.put(work, id));
export const keptWork = (id: string) => run('readonly', (store) => store.get(id) as IDBRequest<KeptWork | undefined>);
export const dropWork = (id: string) => run('readwrite', (store) => store.delete(id));

/** What work is kept under that begins so. */
export const keptKeys = async (prefix: string): Promise<string[]> =>
  ((await run('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) ?? []).map(
    String,
  );
