import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { OfflinePage } from './offline.tsx';

/** What stands in the place of a page that threw. Work in progress is in the browser's storage, not in the page. */
export function CrashPage({ error }: ErrorComponentProps) {
  const { words } = useTexts();
  const router = useRouter();
  if (error instanceof ApiProblem && error.status === 0) return <OfflinePage />;
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-center gap-3 px-6 py-24 text-center">
      <h1 className="text-xl font-semibold">{words.crashTitle}</h1>
      <p className="text-muted">{words.crashText}</p>
      <pre className="max-w-full overflow-auto rounded-control bg-sunken p-3 text-start font-mono text-sm whitespace-pre-wrap">
        {error instanceof Error ? error.message : String(error)}
      </pre>
      <div className="flex flex-wrap justify-center gap-2">
        <Button look="primary" onClick={() => void router.invalidate()}>
          {words.retry}
        </Button>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </div>
    </div>
  );
}
