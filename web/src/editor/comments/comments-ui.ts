import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';

/** The comments of one open editor: whether their panel is open, and what is shown of them elsewhere. */
export interface CommentsUi {
  open: boolean;
  /** How many threads of each node are open; the whole workflow's stand under the empty id. */
  counts: Readonly<Record<string, number>>;
  /** What is typed and not sent, by thread; a new thread's under the empty id. It outlives the panel. */
  typed: Readonly<Record<string, string>>;
  /** A node that is to be brought into view, once. */
  reveal?: { node: string };
}

export type CommentsUiStore = StoreApi<CommentsUi>;
export const createCommentsUi = (): CommentsUiStore =>
  createStore<CommentsUi>(() => ({ open: false, counts: {}, typed: {} }));

/** Where nothing can be said: an execution, a version that is looked at. */
const NOWHERE = createCommentsUi();

const UiContext = createContext<CommentsUiStore | undefined>(undefined);
export const CommentsUiProvider = UiContext.Provider;

/** The comments around; nothing where there are none. */
export const useMaybeCommentsUi = (): CommentsUiStore | undefined => useContext(UiContext);

/** What a part shows of the comments around. Select narrowly: a thousand cards ask for their count. */
export const useCommentsUi = <T>(select: (state: CommentsUi) => T): T =>
  useStore(useContext(UiContext) ?? NOWHERE, select);

/** What is typed for a thread and not sent, and a way to change it. */
export function useTyped(thread: string): [text: string, type: (text: string) => void] {
  const store = useContext(UiContext) ?? NOWHERE;
  const text = useStore(store, ({ typed }) => typed[thread] ?? '');
  return [text, (next) => store.setState(({ typed }) => ({ typed: { ...typed, [thread]: next } }))];
}

/** Characters of a comment at most, as the server has it. */
export const LONGEST_COMMENT = 4_000;
