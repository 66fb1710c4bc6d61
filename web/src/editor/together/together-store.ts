import { create } from 'zustand';
import type { Somebody } from './follow-workflow.ts';

/** What is known of the others who have the same workflow open in this tab's editor. */
export const useTogether = create<{
  people: readonly Somebody[];
  /** I have it open in another tab or browser too. */
  isElsewhere?: boolean;
  /** The workflow was deleted under the open editor; by whom, where that is known. */
  deleted?: { by: string | undefined };
}>(() => ({ people: [] }));
