import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { useNewVersion } from './service-worker.ts';

/** Offers to load the app anew when the server has another version. Nobody is interrupted: it waits for a click. */
export function NewVersion() {
  const { frame } = useTexts();
  const { there } = useNewVersion();
  const [later, setLater] = useState(false);
  return (
    <div role="status">
      {there && !later && (
        <div className="flex flex-wrap items-center justify-center gap-2 bg-accent-soft px-4 py-1.5">
          {frame.newVersion}
          <Button look="primary" onClick={() => location.reload()}>
            {frame.loadNewVersion}
          </Button>
          <Button look="quiet" onClick={() => setLater(true)}>
            {frame.later}
          </Button>
        </div>
      )}
    </div>
  );
}
