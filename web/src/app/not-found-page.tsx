import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.ts';
import { EmptyState } from '../ui/states.tsx';

export function NotFoundPage() {
  const { words } = useTexts();
  return (
    <EmptyState
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
