import type { components } from '../../../api/schema.d.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Dialog } from '../../../ui/dialog.tsx';

/** All that is known of a change: what was before and what is since. */
export function EntryDialog({
  entry,
  who,
  onClose,
}: {
  entry: components['schemas']['AuditEntry'];
  who: string;
  onClose(): void;
}) {
  const { settings, access } = useTexts();
  const words: Record<string, string | undefined> = access.actions;
  const format = useFormat();
  const state = (label: string, value: unknown) =>
    value !== null &&
    value !== undefined && (
      <div className="min-w-0">
        <h3 className="mb-1 font-medium">{label}</h3>
        <pre className="overflow-auto rounded-control bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap">
          {JSON.stringify(value, null, 2)}
        </pre>
      </div>
    );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words[entry.action] ?? entry.action} size="medium">
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{settings.what}</dt>
        <dd className="font-mono text-sm break-all">{entry.action}</dd>
        <dt className="text-muted">{settings.who}</dt>
        <dd>{who}</dd>
        <dt className="text-muted">{settings.when}</dt>
        <dd>{format.dateTime(entry.at)}</dd>
        <dt className="text-muted">{settings.target}</dt>
        <dd className="font-mono text-sm break-all">
          {entry.target.type} {entry.target.id}
        </dd>
      </dl>
      <div className="grid gap-3 pb-3">
        {state(settings.before, entry.before)}
        {state(settings.after, entry.after)}
      </div>
    </Dialog>
  );
}
