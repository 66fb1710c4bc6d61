import { create } from 'zustand';
import { usePageActions } from '../palette/palette-actions.ts';

/** Whether the keys of the app are shown. */
export const useShownKeys = create<{ open: boolean }>(() => ({ open: false }));

/** What a page calls its own list of keys, which has more to say than the app's. */
const OWN = 'keys';

/** Shows the keys that work here: those of the open page where it has some of its own, such as the canvas. */
export function showKeys(): void {
  const own = usePageActions
    .getState()
    .lists.flatMap((list) => list())
    .find(({ id }) => id === OWN);
  if (own) own.run();
  else useShownKeys.setState({ open: true });
}
