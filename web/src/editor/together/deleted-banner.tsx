import { Link } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts.ts';
import { useTogether } from './together-store.ts';

/** Says that the workflow is gone, and what that means for what stands here. */
export function DeletedBanner() {
  const { together, frame } = useTexts();
  const deleted = useTogether((state) => state.deleted);
  if (!deleted) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-b border-line bg-bad-soft px-4 py-2 text-bad">
      <span className="flex-1">{together.deleted(deleted.by)}</span>
      <Link to="/workflows" className="font-medium underline">
        {frame.workflows}
      </Link>
    </div>
  );
}
