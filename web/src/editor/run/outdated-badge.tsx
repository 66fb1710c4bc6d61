import { History } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { useRun } from './run-store.ts';

/** Says that what a node gave is from before a change of it, or of what leads to it. Nothing where it still fits. */
export function OutdatedBadge({ node, stale = false }: { node: string; stale?: boolean }) {
  const { run: texts } = useTexts();
  const outdated = useRun((state) => state.outdated.has(node));
  if (!stale && !outdated) return null;
  return (
    <span title={texts.outdatedText} className="shrink-0">
      <Badge tone="neutral">
        <History size={11} aria-hidden="true" />
        {texts.beforeChange}
      </Badge>
    </span>
  );
}
