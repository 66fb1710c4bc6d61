import { validateWorkflow } from '@orchestrator/workflow';
import type { Fragment } from './fragment.ts';

/** A document that was pasted or dropped is not what it has to be. The message is for people. */
export class BadFragment extends Error {}

/**
 * Checks JSON from outside, which anybody may have written, before any of it goes into a document. Members of a whole
 * workflow that are not of a fragment (name, settings) are left out.
 * @throws BadFragment with the first thing that is wrong
 */
export function checkFragment({ nodes, edges, notes, pins, groups }: Record<string, unknown>): Fragment {
  const parts = {
    formatVersion: 1,
    nodes,
    edges,
    ...(notes === undefined ? {} : { notes }),
    ...(pins === undefined ? {} : { pins }),
    ...(groups === undefined ? {} : { groups }),
  };
  const [fault] = validateWorkflow({ ...parts, name: 'Fragment', settings: {} }).filter(
    ({ severity }) => severity === 'error',
  );
  if (fault) throw new BadFragment([fault.node, fault.field, fault.message].filter(Boolean).join(' · '));
  return parts as unknown as Fragment;
}
