import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { credentialsQuery } from '../../forms/credentials.queries.ts';
import { useTexts } from '../../texts/texts.ts';
import { useEditor } from '../editor-store.ts';
import { useLooksStore } from '../node-types/looks.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { useDocumentFaults } from './document-faults.ts';
import { nodeProblems } from './node-problems.ts';

/** As many credentials as one question gives: with more, one that is not among them may be there all the same. */
const ALL = 200;

/**
 * Keeps what stops each node from doing its work beside how it is drawn. It draws nothing: a part of its own, so that a
 * change of the document is looked at without drawing what is around it anew.
 */
export function FollowProblems(): null {
  const { canvas } = useTexts();
  const store = useLooksStore();
  const document = useEditor((state) => state.document);
  const types = useNodeTypes();
  const faults = useDocumentFaults();
  const { data } = useQuery({ ...credentialsQuery, retry: false });
  const credentials = data && data.length < ALL ? data : undefined;
  const problems = useMemo(
    () => nodeProblems(document, { types, faults, credentials }, canvas),
    [document, types, faults, credentials, canvas],
  );
  useEffect(() => store.showProblems(problems), [store, problems]);
  return null;
}
