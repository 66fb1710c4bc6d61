import type { ItemError, WorkflowNode } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';
import { useNodeType } from '../node-types/looks.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';

/** Where an error happened: the item, the parameter, and the expression with its place marked. */
export function FaultPlace({ node, error, more }: { node?: WorkflowNode; error: ItemError; more?: string }) {
  const { panel } = useTexts();
  const type = useNodeType(node?.type ?? '', node?.version ?? 0);
  const { parameter, expression, itemIndex } = error;
  const label = parameter && (labelOf(type?.parameters, parameter.path) ?? parameter.label ?? parameter.path);
  const where = [
    itemIndex !== undefined && panel.failedAt(itemIndex + 1),
    label && panel.failedParameter(label),
    more,
  ].filter(Boolean);
  return (
    <>
      {where.length > 0 && <p className="mt-1">{where.join(' ')}</p>}
      {expression && <MarkedExpression {...expression} />}
    </>
  );
}

function MarkedExpression({ text, from, to }: NonNullable<ItemError['expression']>) {
  const { panel } = useTexts();
  const marked = from !== undefined && to !== undefined;
  return (
    <figure aria-label={panel.failedExpression}>
      <pre className="mt-1.5 max-h-32 overflow-auto rounded-control bg-surface px-2 py-1 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
        {marked ? (
          <>
            {text.slice(0, from)}
            <mark className="rounded-sm bg-bad-soft text-bad underline decoration-wavy">
              {text.slice(from, to) || ' '}
            </mark>
            {text.slice(to)}
          </>
        ) : (
          text
        )}
      </pre>
    </figure>
  );
}

/** The labels along a path such as `fields[2].value`, in the language of the app: `Fields 3 › Value`. */
function labelOf(set: NodeType['parameters'] | undefined, path: string): string | undefined {
  const labels: string[] = [];
  let fields = set;
  for (const step of path.split('.')) {
    const [, name = step, place] = /^(.*?)\[(\d+)\]/.exec(step) ?? [];
    const parameter = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!parameter) break;
    labels.push(place === undefined ? parameter.label || name : `${parameter.label || name} ${Number(place) + 1}`);
    fields = parameter.fields;
  }
  return labels.length > 0 ? labels.join(' › ') : undefined;
}
