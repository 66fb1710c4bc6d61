import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Does once what an address asks for beside the page (`?do=invite`), and takes it out of the address: the palette and
 * other pages lead so to a dialog.
 * @param isReady whether it can be done yet, by this person
 */
export function useAsked(what: string, run: () => void, isReady = true): void {
  const asked = (useSearch({ strict: false }) as Record<string, unknown>).do === what;
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked
  useEffect(() => {
    if (!asked || !isReady) return;
    run();
    void navigate({ to: '.', search: (before: object) => ({ ...before, do: undefined }), replace: true });
  }, [asked, isReady]);
}
