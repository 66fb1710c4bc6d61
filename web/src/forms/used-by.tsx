import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.ts';
import { Badge } from '../ui/badge.tsx';
import { usesQuery } from './credentials.queries.ts';

/**
 * The workflows that name a credential: what stops working when it is wrong.
 * @param plain their names alone, where a link would lead away from a question
 */
export function UsedBy({ id, plain }: { id: string; plain?: boolean }) {
  const { credentials } = useTexts();
  const uses = useQuery(usesQuery(id)).data;
  if (!uses || uses.items.length === 0) return null;
  return (
    <section aria-label={credentials.usedBy}>
      <h3 className="mb-1 font-medium">{credentials.usedBy}</h3>
      <ul className="max-h-40 overflow-y-auto rounded-control bg-sunken px-3 py-1">
        {uses.items.map((workflow) => (
          <li key={workflow.id} className="flex items-center gap-2 py-1">
            {plain ? (
              <span className="min-w-0 truncate">{workflow.name}</span>
            ) : (
              <Link
                to="/workflows/$workflowId"
                params={{ workflowId: workflow.id }}
                search={{}}
                className="min-w-0 truncate underline underline-offset-2"
              >
                {workflow.name}
              </Link>
            )}
            {workflow.active && <Badge tone="ok">{credentials.live}</Badge>}
          </li>
        ))}
        {uses.nextCursor && <li className="py-1 text-muted">{credentials.andMore}</li>}
      </ul>
    </section>
  );
}
