import { create } from 'zustand';

/** The command that is being taken into a node; apart from what reads it, which is only loaded for a command. */
export const useCurlImport = create<{
  /** Of the node that takes it; missing while there is no dialog. */
  node?: string;
  text: string;
  open(node: string, text?: string): void;
  close(): void;
}>((set) => ({
  text: '',
  open: (node, text = '') => set({ node, text }),
  close: () => set({ node: undefined, text: '' }),
}));
