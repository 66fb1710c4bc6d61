import type { WorkflowNode } from '@orchestrator/workflow';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { CredentialPicker } from '../../forms/credential-picker.tsx';
import { credentialsQuery, useCredentialTypes } from '../../forms/credentials.queries.ts';
import { useEditor } from '../editor-store.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { useRun } from '../run/run-store.ts';
import { credentialSlots, withCredential } from './credential-slots.ts';
import { usePatch } from './open-node.ts';

/** The credentials that a node needs as it is set, each picked or made in place. */
export function NodeCredentials({ node, type: declared }: { node: WorkflowNode; type: NodeType }) {
  const readOnly = useEditor((state) => state.readOnly);
  const patch = usePatch(node.id);
  const signing = (useCredentialTypes().data ?? []).filter(({ signsCalls }) => signsCalls).map(({ type }) => type);
  const slots = credentialSlots(node, declared, signing);
  useStateAfterRuns(slots.length > 0);
  return slots.map((slot) => (
    <CredentialPicker
      key={slot.named ? 'named' : slot.type}
      types={slot.types}
      type={slot.type}
      required={slot.required}
      value={slot.value}
      readOnly={readOnly}
      onChange={(picked) => patch(withCredential(node, slot, picked))}
    />
  ));
}

/** A run shows whether credentials work: they are asked for again once it has ended. */
function useStateAfterRuns(uses: boolean): void {
  const queries = useQueryClient();
  const ended = useRun(({ shown }) => (shown?.finishedAt === undefined ? undefined : shown.executionId));
  const before = useRef(ended);
  useEffect(() => {
    if (uses && ended !== undefined && ended !== before.current) {
      void queries.invalidateQueries({ queryKey: credentialsQuery.queryKey });
    }
    before.current = ended;
  }, [uses, ended, queries]);
}
