import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { TargetLink } from './target-link.tsx';
import { type Entry, toldChanges } from './told-changes.ts';

/** All that is known of a change: who did what to what, what was before and what is since. */
export function EntryDialog({ entry, who, onClose }: { entry: Entry; who: string; onClose(): void }) {
  const texts = useTexts();
  const { settings, access } = texts;
  const words: Record<string, string | undefined> = access.actions;
  const format = useFormat();
  const told = toldChanges(entry, texts, format.dateTime);
  const hasBefore = told.some(({ before }) => before !== undefined);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words[entry.action] ?? entry.action} size="medium">
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{settings.who}</dt>
        <dd>{who}</dd>
        <dt className="text-muted">{settings.when}</dt>
        <dd>{format.dateTime(entry.at)}</dd>
        {entry.target.name !== null && (
          <>
            <dt className="text-muted">{settings.target}</dt>
            <dd>
              <TargetLink target={entry.target} />
            </dd>
          </>
        )}
      </dl>
      {told.length > 0 && (
        <table className="mb-4 w-full border-collapse text-start">
          <thead>
            <tr className="border-b border-line text-sm text-muted">
              <th scope="col" className="py-1 pe-4 text-start font-normal">
                {access.field}
              </th>
              {hasBefore && (
                <th scope="col" className="py-1 pe-4 text-start font-normal">
                  {settings.before}
                </th>
              )}
              <th scope="col" className="py-1 text-start font-normal">
                {hasBefore ? settings.after : access.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ field, label, before, after }) => (
              <tr key={field} className="border-b border-line align-top last:border-0">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal text-muted">
                  {label}
                </th>
                {hasBefore && <td className="py-1.5 pe-4 wrap-anywhere">{before}</td>}
                <td className="py-1.5 wrap-anywhere">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="pb-3 font-mono text-xs break-all text-faint">
        {entry.action} · {entry.target.type} {entry.target.id}
      </p>
    </Dialog>
  );
}
