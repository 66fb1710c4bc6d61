import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import type { DocumentDiff, FieldChange, NodeChange } from '../document/diff.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { type ChangeInWords, inWords, isNoise } from './diff-words.ts';

/** Fields of one node that are listed. */
const MOST_FIELDS = 12;

/** What differs between two versions, node by node and field by field. */
export function DiffList({ diff, onSelect }: { diff: DocumentDiff; onSelect?(id: string): void }) {
  const { canvas } = useTexts();
  const { added, removed, changed, addedEdges, removedEdges, notes, fields } = diff;
  // Where a node stands says nothing of what it does: such changes are counted, and not shown one by one.
  const told = changed.filter((node) => node.fields.some((field) => !isNoise(field)));
  const moved = changed.length - told.length;
  const shownFields = useInWords(fields);
  const noteCount = notes.added.length + notes.removed.length + notes.changed.length;
  return (
    <ul className="flex flex-col gap-1.5">
      {added.map(({ id, name }) => (
        <Entry key={id} tone="ok" word={canvas.diffAdded} name={name} onSelect={() => onSelect?.(id)} />
      ))}
      {removed.map(({ id, name }) => (
        <Entry key={id} tone="bad" word={canvas.diffRemoved} name={name} onSelect={() => onSelect?.(id)} />
      ))}
      {told.map((node) => (
        <ChangedNode key={node.id} node={node} onSelect={() => onSelect?.(node.id)} />
      ))}
      {moved > 0 && <li className="text-muted">{canvas.diffMoved(moved)}</li>}
      {(addedEdges.length > 0 || removedEdges.length > 0) && (
        <li className="text-muted">{canvas.diffEdges(addedEdges.length, removedEdges.length)}</li>
      )}
      {noteCount > 0 && <li className="text-muted">{canvas.diffNotes(noteCount)}</li>}
      {shownFields.length > 0 && (
        <Entry tone="warn" word={canvas.diffChanged} name={canvas.diffWorkflow}>
          <Fields fields={shownFields} />
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

function useInWords(fields: readonly FieldChange[], type?: string, version?: number): readonly ChangeInWords[] {
  const { canvas, words } = useTexts();
  const types = useNodeTypes();
  const declared = type === undefined ? undefined : types?.find(type, version ?? 1);
  return inWords(fields, declared?.parameters, { canvas, words });
}

/** A node that does something else than before. */
function ChangedNode({ node, onSelect }: { node: NodeChange; onSelect(): void }) {
  const { canvas } = useTexts();
  const fields = useInWords(node.fields, node.type, node.version);
  return (
    <Entry tone="warn" word={canvas.diffChanged} name={node.name} onSelect={onSelect}>
      <Fields fields={fields} />
    </Entry>
  );
}

function Fields({ fields }: { fields: readonly ChangeInWords[] }) {
  const { canvas } = useTexts();
  return (
    <dl className="mt-1.5 flex flex-col gap-1 text-sm">
      {fields.slice(0, MOST_FIELDS).map(({ path, label, before, after }) => (
        <div key={path}>
          <dt className="text-muted">{label}</dt>
          <dd className="break-words">
            {before !== undefined && <del className="text-bad">{before}</del>}
            {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
            {after !== undefined && <ins className="text-ok no-underline">{after}</ins>}
          </dd>
        </div>
      ))}
      {fields.length > MOST_FIELDS && (
        <div className="text-muted">{canvas.moreFields(fields.length - MOST_FIELDS)}</div>
      )}
    </dl>
  );
}
