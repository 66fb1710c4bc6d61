import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { MissingNodes } from '../../../editor/canvas/import/missing-nodes.tsx';
import { told } from '../../../texts/messages.ts';
import { useTexts } from '../../../texts/texts.ts';
import { LINK } from '../../session/session-card.tsx';
import type { Imported } from './import-queue.ts';
import type { MissingCredential } from './missing-credentials.ts';

/** What became of each workflow: what could not be carried over, per node, with why; and the credentials to make. */
export function ImportReport({ results, onOpen }: { results: readonly Imported[]; onOpen(): void }) {
  const { workflows } = useTexts();
  const credentials = new Map<string, MissingCredential>();
  for (const { workflow } of results) {
    for (const each of workflow?.credentials ?? []) credentials.set(`${each.type} ${each.name ?? ''}`, each);
  }
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {results.map((result, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change; two can have one name
          <li key={index} className="py-3 first:pt-0">
            <Result {...result} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {credentials.size > 0 && (
        <section className="mt-2 rounded-card bg-sunken p-4">
          <h3 className="font-semibold">{workflows.credentialsToMake}</h3>
          <p className="mt-0.5 text-muted">{workflows.credentialsText}</p>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5">
            {[...credentials.values()].map(({ type, name }) => (
              <li key={`${type} ${name ?? ''}`}>
                <Link
                  to="/credentials"
                  search={{ new: type, ...(name ? { name } : {}) }}
                  onClick={onOpen}
                  className={LINK}
                >
                  {name ? `${name} (${type})` : type}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Result({ name, workflow, report, fault, onOpen }: Imported & { onOpen(): void }) {
  const { workflows } = useTexts();
  const missing = report?.unsupported ?? [];
  const Icon = fault ? CircleX : missing.length > 0 ? TriangleAlert : CircleCheck;
  return (
    <div className="flex gap-3">
      <Icon
        size={16}
        aria-hidden="true"
        className={`mt-0.5 shrink-0 ${fault ? 'text-bad' : missing.length > 0 ? 'text-warn' : 'text-ok'}`}
      />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <h3 className="min-w-0 font-semibold wrap-anywhere">{name}</h3>
          {workflow && (
            <Link to="/workflows/$workflowId" params={{ workflowId: workflow.id }} onClick={onOpen} className={LINK}>
              {workflows.openWorkflow}
              <span className="sr-only">: {name}</span>
            </Link>
          )}
        </div>
        {fault && <p className="text-bad wrap-anywhere">{fault}</p>}
        {report && (
          <p className="text-muted">
            {missing.length > 0
              ? workflows.someMissing(missing.length, report.nodes)
              : workflows.allCarried(report.nodes)}
          </p>
        )}
        {missing.length > 0 && (
          <div className="my-2">
            <MissingNodes missing={missing} />
          </div>
        )}
        {report && report.warnings.length > 0 && (
          <details className="mt-1">
            <summary className="w-fit rounded-control text-muted">{workflows.warnings(report.warnings.length)}</summary>
            <ul className="mt-1 list-disc ps-5 text-muted">
              {report.warnings.map((warning) => (
                <li key={warning} className="wrap-anywhere">
                  {told(warning)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}
