import { Link } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../texts/texts.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';

const WAY = 'font-medium text-accent underline';

/** In the place of a workflow or an execution that could not be read: says whether there is none, and leads back. */
export function Missing({ of, fault, onRetry }: { of: 'workflows' | 'executions'; fault: unknown; onRetry(): void }) {
  const { words } = useTexts();
  const { title, text, all } = words.missing[of];
  const way = (
    <Link to={`/${of}`} search={{}} className={WAY}>
      {all}
    </Link>
  );
  // Ids of another shape are refused before anybody looks.
  const isGone = fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400);
  if (!isGone) return <ErrorState fault={fault} onRetry={onRetry} way={way} />;
  return (
    <EmptyState heading="h1" title={title} action={way}>
      {text}
    </EmptyState>
  );
}
