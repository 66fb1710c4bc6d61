import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import type { DocumentDiff, FieldChange } from '../document/diff.ts';

/** Characters of a value that are shown. */
const SHOWN = 160;
/** Fields of one node that are listed. */
const MOST_FIELDS = 12;

/** What differs between two versions, node by node and field by field. */
export function DiffList({ diff, onSelect }: { diff: DocumentDiff; onSelect?(id: string): void }) {
  const { canvas } = useTexts();
  const { added, removed, changed, addedEdges, removedEdges, notes, fields } = diff;
  const noteCount = notes.added.length + notes.removed.length + notes.changed.length;
  return (
    <ul className="flex flex-col gap-1.5">
      {added.map(({ id, name }) => (
        <Entry key={id} tone="ok" word={canvas.diffAdded} name={name} onSelect={() => onSelect?.(id)} />
      ))}
      {removed.map(({ id, name }) => (
        <Entry key={id} tone="bad" word={canvas.diffRemoved} name={name} onSelect={() => onSelect?.(id)} />
      ))}
      {changed.map(({ id, name, fields: own }) => (
        <Entry key={id} tone="warn" word={canvas.diffChanged} name={name} onSelect={() => onSelect?.(id)}>
          <Fields fields={own} />
        </Entry>
      ))}
      {(addedEdges.length > 0 || removedEdges.length > 0) && (
        <li className="text-muted">{canvas.diffEdges(addedEdges.length, removedEdges.length)}</li>
      )}
      {noteCount > 0 && <li className="text-muted">{canvas.diffNotes(noteCount)}</li>}
      {fields.length > 0 && (
        <Entry tone="warn" word={canvas.diffChanged} name={canvas.diffWorkflow}>
          <Fields fields={fields} />
        </Entry>
      )}
    </ul>
  );
}

function Entry({
  tone,
  word,
  name,
  onSelect,
  children,
}: {
  tone: 'ok' | 'bad' | 'warn';
  word: string;
  name: string;
  onSelect?(): void;
  children?: React.ReactNode;
}) {
  return (
    <li className="rounded-control border border-line px-3 py-2">
      <button type="button" onClick={onSelect} className="flex w-full items-center gap-2 text-start">
        <Badge tone={tone}>{word}</Badge>
        <span className="truncate font-medium">{name}</span>
      </button>
      {children}
    </li>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const { canvas } = useTexts();
  return (
    <dl className="mt-1.5 flex flex-col gap-1 text-sm">
      {fields.slice(0, MOST_FIELDS).map(({ path, before, after }) => (
        <div key={path}>
          <dt className="text-muted">{path}</dt>
          <dd className="font-mono break-all">
            {before !== undefined && <del className="text-bad">− {shown(before)}</del>}{' '}
            {after !== undefined && <ins className="text-ok no-underline">+ {shown(after)}</ins>}
          </dd>
        </div>
      ))}
      {fields.length > MOST_FIELDS && (
        <div className="text-muted">{canvas.moreFields(fields.length - MOST_FIELDS)}</div>
      )}
    </dl>
  );
}

export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
