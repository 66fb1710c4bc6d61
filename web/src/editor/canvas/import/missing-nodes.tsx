import { told } from '../../../texts/messages.ts';
import { useTexts } from '../../../texts/texts.ts';

/** A node that is not available here. */
export interface MissingNode {
  node: string;
  /** What nodes of its type are called. */
  label: string;
  type: string;
  why: string;
}

interface Group {
  label: string;
  type: string;
  why: string;
  nodes: readonly string[];
}

/** More names say no more. */
const NAMES = 8;

/** Nodes that are not available here, by what they were, the most frequent first; and what that means for a run. */
export function MissingNodes({
  missing,
  onSelect,
}: {
  missing: readonly MissingNode[];
  onSelect?(node: string): void;
}) {
  const { canvas } = useTexts();
  if (missing.length === 0) return null;
  return (
    <section aria-label={canvas.missingTitle(missing.length)} className="border-s-2 border-warn ps-3">
      <p className="font-medium">{canvas.missingTitle(missing.length)}</p>
      <p className="text-muted">{canvas.missingText}</p>
      <dl className="mt-1.5 flex flex-col gap-1.5">
        {grouped(missing).map(({ label, type, why, nodes }) => (
          <div key={`${type} ${why}`}>
            <dt className="font-medium wrap-anywhere" title={type}>
              {label}
              {nodes.length > 1 && <span className="text-muted"> × {nodes.length}</span>}
            </dt>
            <dd className="text-muted wrap-anywhere">
              {nodes.slice(0, NAMES).map((name, index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  {onSelect ? (
                    <button type="button" className="text-accent underline" onClick={() => onSelect(name)}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </span>
              ))}
              {nodes.length > NAMES && ` ${canvas.missingMore(nodes.length - NAMES)}`}
              {why && <span className="block text-sm first-letter:uppercase">{told(why)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function grouped(missing: readonly MissingNode[]): readonly Group[] {
  const groups = Map.groupBy(missing, ({ type, why }) => `${type} ${why}`);
  return [...groups.values()]
    .map((all) => ({ label: '', type: '', why: '', ...all[0], nodes: all.map(({ node }) => node) }))
    .toSorted((one, other) => other.nodes.length - one.nodes.length);
}
