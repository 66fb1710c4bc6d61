import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { FaultPlace } from '../panel/fault-place.tsx';
import type { DocumentFault } from './document-faults.ts';

/** More of them are not read; those behind are seen at their nodes. */
const SHOWN = 20;

/** What runs but hardly as it was meant; it stops nothing. */
export function Warnings({ of, onSelect }: { of: readonly DocumentFault[]; onSelect?(node: string): void }) {
  const { canvas } = useTexts();
  const warnings = of.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return null;
  return (
    <section aria-label={canvas.warnings} className="rounded-control border border-warn bg-warn-soft px-3 py-2">
      <h3 className="font-semibold text-warn">{canvas.warnings}</h3>
      <ul className="mt-1 flex flex-col gap-1.5">
        {warnings.slice(0, SHOWN).map(({ node, field, message, rule, parameter, expression }) => (
          <li key={`${node} ${field} ${rule} ${message}`}>
            {node && onSelect && (
              <>
                <button type="button" className="font-medium text-accent underline" onClick={() => onSelect(node)}>
                  {node}
                </button>{' '}
              </>
            )}
            {told(message)}
            {expression && <FaultPlace error={{ message, parameter, expression }} />}
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN && <p className="mt-1 text-muted">{canvas.moreWarnings(warnings.length - SHOWN)}</p>}
    </section>
  );
}
