import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { itemsAt, stepItemsQuery } from '../data/step-items.queries.ts';
import { useEditor } from '../editor-store.ts';
import CodeEditor from '../expression/code-editor.tsx';
import { itemsFromText } from '../panel/items-from-text.ts';
import { type ExecutionDetail, executionCalls, type RunVersion } from './execution.queries.ts';
import { useRunVersions } from './run-versions.ts';

/** Runs an execution again from one of its nodes, with items that can be changed first. */
export default function ReplayDialog({
  execution,
  onClose,
  onStarted,
}: {
  execution: ExecutionDetail;
  onClose(): void;
  onStarted(id: string): void;
}) {
  const { executions, panel, words } = useTexts();
  const queries = useQueryClient();
  const steps = useMemo(
    () =>
      Object.entries(execution.runs)
        .flatMap(([node, runs]) => runs.slice(-1).map((run) => ({ ...run, node })))
        .sort((a, b) => a.index - b.index),
    [execution.runs],
  );
  const selected = useEditor(({ document, selection }) => document.nodes.find(({ id }) => selection.has(id))?.name);
  const [node, setNode] = useState(() => steps.find((step) => step.node === selected)?.node ?? steps[0]?.node ?? '');
  const [typed, setTyped] = useState<string>();
  const versions = useRunVersions(execution);
  const [as, setAs] = useState<RunVersion>('same');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const step = steps.find((each) => each.node === node);
  const isTrigger = step?.index === 0;
  // A trigger is given what it gave; any other node what went into it.
  const given = useInfiniteQuery(stepItemsQuery(execution.id, step?.index, isTrigger ? 'out' : 'in'));
  const items = useMemo(() => itemsAt(given.data?.pages, 0), [given.data]);
  // Everything that went in goes in again, not the first page of it.
  useEffect(() => {
    if (given.hasNextPage && !given.isFetchingNextPage) void given.fetchNextPage();
  }, [given.hasNextPage, given.isFetchingNextPage, given.fetchNextPage]);
  const text =
    typed ??
    JSON.stringify(
      items.map(({ json }) => json),
      null,
      2,
    );
  const read = itemsFromText(text, items);
  const start = async () => {
    setBusy(true);
    setFault(undefined);
    try {
      const { executionId } = await executionCalls.replay(execution.id, {
        ...(isTrigger ? {} : { fromNode: node }),
        ...(typed === undefined ? {} : { input: read.items }),
        version: as,
      });
      await queries.invalidateQueries({ queryKey: ['executions'] });
      onClose();
      onStarted(executionId);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={executions.replayTitle}
      description={executions.replayText}
      size="large"
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={!step || !read.items || given.isLoading}
            onClick={() => void start()}
          >
            {executions.replayStart}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={executions.replayNode}>
          {(control) => (
            <Select
              {...control}
              value={node}
              options={steps.map((each) => ({ value: each.node, label: each.node }))}
              onChange={(next) => {
                setNode(next);
                setTyped(undefined);
              }}
            />
          )}
        </Field>
        <Field label={executions.replayVersion}>
          {(control) => (
            <Select
              {...control}
              value={as}
              options={versions.filter(({ value, disabled }) => value === 'same' || !disabled)}
              onChange={(next) => setAs(next as RunVersion)}
            />
          )}
        </Field>
        <Field label={executions.replayItems} error={read.fault && panel.badJson(read.fault)}>
          {(control) => (
            <CodeEditor
              key={node}
              value={text}
              onChange={(next) => next !== text && setTyped(next)}
              language="json"
              label={executions.replayItems}
              id={control.id}
              lines={14}
            />
          )}
        </Field>
        {fault !== undefined && (
          <p role="alert" className="text-bad">
            {fault instanceof Error ? fault.message : String(fault)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
