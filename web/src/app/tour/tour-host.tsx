import { lazy, Suspense } from 'react';
import { useTour } from './tour-store.ts';

const Tour = lazy(() => import('./tour.tsx'));

/** Loads the tour for those few who are on it. */
export function TourHost() {
  const isOn = useTour(({ step }) => step !== undefined);
  return isOn ? (
    <Suspense>
      <Tour />
    </Suspense>
  ) : null;
}
