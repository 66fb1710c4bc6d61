import { useTexts } from '../../texts/texts.ts';
import { ListeningDot } from '../panel/triggers/listening-dot.tsx';

/** Says over a trigger's card that it waits for a test call. */
export function ListeningSign() {
  const { webhooks } = useTexts();
  return (
    <span
      role="status"
      className="absolute start-3 -top-3 flex items-center gap-1.5 rounded-full border border-run bg-surface px-1.5 text-sm leading-4 text-run"
    >
      <ListeningDot />
      {webhooks.listens}
    </span>
  );
}
