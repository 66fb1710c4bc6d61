import { createContext, useContext } from 'react';

/** Where a new node is to go: behind a port, into an edge, or at a place. */
export interface AddPlace {
  /** A node's port, by `portId`. */
  node?: string;
  port?: string;
  edge?: string;
  /** A place of the canvas, where the node's port is put. */
  at?: readonly [x: number, y: number];
}

/** What parts of the canvas ask of it. */
export interface CanvasActions {
  /** Opens the search for a node, which then goes there. */
  addAt(place: AddPlace): void;
}

const Context = createContext<CanvasActions>({ addAt: () => {} });
export const CanvasActionsProvider = Context.Provider;
export const useCanvasActions = (): CanvasActions => useContext(Context);
