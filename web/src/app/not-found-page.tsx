import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../texts/texts.ts';
import { EmptyState } from '../ui/states.tsx';

/** What an address shows that leads nowhere. */
export function NotFoundPage() {
  const { words } = useTexts();
  useEffect(() => {
    document.title = `${words.notFoundTitle} · Orchestrator`;
  }, [words]);
  return (
    <EmptyState
      heading="h1"
      title={words.notFoundTitle}
      action={
        <Link to="/workflows" className="font-medium text-accent underline">
          {words.goHome}
        </Link>
      }
    >
      {words.notFoundText}
    </EmptyState>
  );
}
