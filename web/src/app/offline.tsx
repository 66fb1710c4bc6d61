import { CloudOff } from 'lucide-react';
import { useConnection } from '../api/connection.ts';
import { useTexts } from '../texts/texts.ts';
import { EmptyState } from '../ui/states.tsx';

/** Over every page while the server does not answer. It goes away by itself. */
export function OfflineBanner() {
  const { words } = useTexts();
  const away = useConnection(({ away }) => away);
  return (
    <div role="status">
      {away && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-center text-warn">
          <CloudOff size={14} className="shrink-0" aria-hidden="true" />
          {words.offline}
        </p>
      )}
    </div>
  );
}

/** What is shown when the app was opened without a connection: nothing is known yet, not even who is here. */
export function OfflinePage() {
  const { frame } = useTexts();
  return (
    <EmptyState icon={<CloudOff size={28} aria-hidden="true" />} heading="h1" title={frame.offlineTitle}>
      {frame.offlineText}
    </EmptyState>
  );
}
