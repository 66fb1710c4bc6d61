import type { components } from '../schema.d.ts';

/** A workflow in the list. */
export type ListedWorkflow = components['schemas']['ListedWorkflow'];
