import { create } from 'zustand';

const KEY = 'tour';

/** The tour of the first minute. It is kept in this browser, so that a reload goes on with it. */
export interface Tour {
  /** From 0; nothing when it was never begun or is over. */
  step?: number;
  /** The line for a terminal that runs the sample. */
  sampleCall?: string;
}

function kept(): Tour {
  try {
    const { step, sampleCall } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Tour;
    return {
      step: typeof step === 'number' ? step : undefined,
      sampleCall: typeof sampleCall === 'string' ? sampleCall : undefined,
    };
  } catch {
    return {};
  }
}

export const useTour = create<Tour>(kept);

function keep(tour: Tour): void {
  useTour.setState(tour, true);
  if (tour.step === undefined) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(tour));
}

export const beginTour = (sampleCall?: string): void => keep({ step: 0, sampleCall });
export const goToStep = (step: number): void => keep({ ...useTour.getState(), step });
export const endTour = (): void => keep({});
