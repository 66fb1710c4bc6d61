import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import type { LogLine } from '../run/run-store.ts';

const TONES = { debug: 'text-muted', info: 'text-muted', warn: 'text-warn', error: 'text-bad' } as const;

/** What a step wrote down while it ran: each line with its level, and the item that it is about. */
export function LogView({ lines }: { lines: readonly LogLine[] }) {
  const { panel } = useTexts();
  return (
    <ol aria-label={panel.log} className="h-full overflow-auto py-1 font-mono text-sm">
      {lines.map(({ level, text, item }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end, and two can say the same
        <li key={index} className="flex gap-2 border-b border-line px-3.5 py-1 last:border-0">
          <span className={classNames('w-24 shrink-0', TONES[level])}>{panel.logLevels[level]}</span>
          {item !== undefined && <span className="shrink-0 text-muted">{panel.logItem(item)}</span>}
          <span
            className={classNames('min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap', level === 'error' && 'text-bad')}
          >
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
