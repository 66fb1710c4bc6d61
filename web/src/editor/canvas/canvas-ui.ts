import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Point } from '../document/nodes.ts';

/** Where a new node is to go: behind a port, into an edge, at a place, or wherever there is room. */
export interface AddPlace {
  node?: string;
  /** The node's port, by `portId`. */
  port?: string;
  edge?: string;
  /** A place of the canvas. */
  at?: Point;
  /** The node whose place it takes. */
  replace?: string;
  /** Only what can start the workflow. */
  trigger?: boolean;
}

/** An edge that is drawn by keyboard. */
export interface Connecting {
  node: string;
  port: string;
  target?: string;
}

/** What is open over a canvas, and what was last said to screen readers. */
export interface CanvasUi {
  adding?: AddPlace;
  /** A node, note or group whose name or text is being edited. */
  editing?: string;
  connecting?: Connecting;
  /** The edge that what is dragged would go into, by `edgeId`. */
  dropEdge?: string;
  /** The map of the workflow is shown. */
  minimap: boolean;
  find: boolean;
  keys: boolean;
  menu?: { at: Point; target?: string };
  said: string;
}

export type CanvasUiStore = StoreApi<CanvasUi>;
export const createCanvasUi = (minimap: boolean): CanvasUiStore =>
  createStore(() => ({ minimap, find: false, keys: false, said: '' }));

const UiContext = createContext<CanvasUiStore | undefined>(undefined);
export const CanvasUiProvider = UiContext.Provider;

/** Nothing where there is no canvas around, nor one beside. */
export const useMaybeCanvasUiStore = (): CanvasUiStore | undefined => useContext(UiContext);

export function useCanvasUiStore(): CanvasUiStore {
  const store = useContext(UiContext);
  if (!store) throw new Error('there is no canvas around');
  return store;
}
export const useCanvasUi = <T>(select: (state: CanvasUi) => T): T => useStore(useCanvasUiStore(), select);
