import type { WorkflowNode } from '@orchestrator/workflow';
import type { NodeProps } from '@xyflow/react';
import { Pin, RotateCw, StickyNote } from 'lucide-react';
import { type CSSProperties, memo, useDeferredValue } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { CommentBadge } from '../comments/comment-badge.tsx';
import { useCommentsUi } from '../comments/comments-ui.ts';
import { findNode } from '../document/lookup.ts';
import { useEditor } from '../editor-store.ts';
import { useLooks, useNodeType, useProblems } from '../node-types/looks.ts';
import { NodeChip } from '../node-types/node-chip.tsx';
import { useIsListening } from '../panel/triggers/listening-store.ts';
import { originalOf } from '../problems/node-problems.ts';
import { isOutdated, useNodeRuns, useRun } from '../run/run-store.ts';
import { CalledWorkflow, calledId } from './called-workflow.tsx';
import { useCanvasUi } from './canvas-ui.ts';
import type { CardNode } from './flow-model.ts';
import type { Port } from './geometry.ts';
import { ListeningSign } from './listening-sign.tsx';
import { useMark } from './marks.ts';
import { NameField } from './name-field.tsx';
import { Ports } from './node-ports.tsx';
import { useNodeSentence } from './node-sentence.ts';
import { stateOf } from './node-state.ts';
import { ProblemMark } from './problem-mark.tsx';
import { ScheduleZone } from './schedule-zone.tsx';
import { StateBadge } from './state-badge.tsx';
import { typeToken } from './theme-colours.ts';

/** One node on the canvas. It reads what it shows from the stores by its id, so that it is drawn again for that alone. */
export const NodeCard = memo(function NodeCard({ id, data, selected }: NodeProps<CardNode>) {
  const node = useEditor(({ document }) => findNode(document, id));
  if (!node) return null;
  return <Card node={node} ports={data.geometry.ports} selected={selected} />;
});

function Card({ node, ports, selected }: { node: WorkflowNode; ports: readonly Port[]; selected: boolean }) {
  const { canvas, together, webhooks } = useTexts();
  const { subtitle, unknown } = useLooks(node.id);
  const type = useNodeType(node.type, node.version);
  const problems = useProblems(node.id);
  const called = calledId(node, type);
  const runs = useNodeRuns(node.name);
  const pinned = useEditor(({ document }) => document.pins?.[node.id] !== undefined);
  const outdated = useRun((state) => isOutdated(state, node.name)) && !pinned;
  const mark = useMark(node.id);
  const editing = useCanvasUi((state) => state.editing === node.id);
  const target = useCanvasUi((state) => state.connecting?.target === node.id);
  const sentence = useNodeSentence(node.id);
  const threads = useCommentsUi(({ counts }) => counts[node.id] ?? 0);
  const listens = useIsListening(
    useEditor(({ workflowId }) => workflowId),
    node.id,
  );
  const label = [sentence, listens && webhooks.listensLong, threads > 0 && together.badge(threads)]
    .filter(Boolean)
    .join(', ');
  const state = stateOf(runs);
  const stands = node.type === 'placeholder';
  const line = subtitleOf(node.name, plainSubtitle(subtitle), type?.label);
  const isTrigger = type?.kind === 'trigger';
  // Ports follow when there is time: cards that come into view by the dozen while zooming are seen at once.
  const complete = useDeferredValue(true, false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be laid out as one
    <div id={`node-${node.id}`} role="group" aria-label={label} className="relative h-full w-full">
      <div
        style={{ '--kind': `var(--${typeToken(type?.group)})` } as CSSProperties}
        className={classNames(
          'card-box flex h-full w-full items-center gap-[10px] rounded-card border bg-surface px-[10px] shadow-card',
          isTrigger && 'rounded-s-[28px]',
          outdated && !mark ? OUTDATED_EDGE : EDGES[mark ?? state],
          selected && 'outline-2 outline-offset-2 outline-accent',
          target && 'outline-2 outline-offset-2 outline-run outline-dashed',
          mark === 'removed' && 'border-dashed opacity-70',
          node.disabled && '*:opacity-50',
        )}
      >
        <span className="card-chip">
          <NodeChip type={type} />
        </span>
        <span className="card-body min-w-0 flex-1">
          {editing ? (
            <NameField id={node.id} name={node.name} />
          ) : (
            <span
              className={classNames(
                'card-name line-clamp-2 font-semibold leading-4 wrap-anywhere',
                node.disabled && 'text-muted line-through',
              )}
              title={node.name}
            >
              {node.name}
            </span>
          )}
          <span className="card-subtitle flex items-center gap-1 text-[11.5px] leading-4 text-muted">
            {unknown ? (
              <span className="truncate text-warn">{canvas.unknownType}</span>
            ) : (
              <CalledWorkflow id={node.disabled ? undefined : called}>
                <span className={classNames('truncate', stands && 'text-warn')}>
                  {node.disabled
                    ? canvas.disabled
                    : stands
                      ? canvas.standsFor(subtitleOf(node.name, originalOf(node)) ?? '')
                      : line}
                </span>
              </CalledWorkflow>
            )}
            {type?.trigger === 'schedule' && !node.disabled && HAS_TIME.test(subtitle) && <ScheduleZone />}
          </span>
        </span>
      </div>
      {pinned && (
        <span className="absolute start-5 -top-2.5 flex size-[18px] items-center justify-center rounded-full bg-accent text-surface">
          <Pin size={11} strokeWidth={2.5} aria-label={canvas.pinned} />
        </span>
      )}
      <NodeSigns retries={node.retry !== undefined} noted={Boolean(node.note)} outdated={outdated} />
      <StateBadge state={outdated ? 'outdated' : state} mark={mark} />
      {listens && <ListeningSign />}
      {problems.length > 0 && <ProblemMark problems={problems} />}
      {threads > 0 && <CommentBadge nodeId={node.id} count={threads} />}
      <div className="card-ports">{complete && <Ports id={node.id} ports={ports} />}</div>
    </div>
  );
}

/** A time of the day, in what a schedule says: an interval is as long in any zone. */
const HAS_TIME = /\d:\d\d|[\d*] [\d*]/;

const EDGES = {
  none: 'border-line-strong',
  running: 'border-run',
  waiting: 'border-warn',
  success: 'border-ok',
  error: 'border-bad',
  added: 'border-ok',
  removed: 'border-bad',
  changed: 'border-warn',
};

/** What it gave is from before a change: it neither went well nor badly. */
const OUTDATED_EDGE = 'border-control border-dashed';

/** Small signs at the card's lower edge: a note, that it is tried again, that its output is an old one. */
function NodeSigns({ retries, noted, outdated }: { retries: boolean; noted: boolean; outdated: boolean }) {
  const { canvas, run } = useTexts();
  if (!retries && !noted && !outdated) return null;
  return (
    <span className="card-signs absolute end-2 -bottom-2 flex gap-0.5 rounded-full border border-line-strong bg-surface px-1 py-0.5 text-muted">
      {retries && <RotateCw size={10} aria-label={canvas.retries} />}
      {outdated && (
        <span title={run.outdatedText} className="px-0.5 text-[10px] leading-[10px] font-medium">
          {run.outdated}
        </span>
      )}
      {noted && <StickyNote size={10} aria-label={canvas.noted} />}
    </span>
  );
}

/** What a card says under its name: what the node does here, else what it is; nothing that the name says already. */
function subtitleOf(name: string, does: string, is?: string): string | undefined {
  const own = name.replace(/ \d+$/, '').toLowerCase();
  return [does, is].find((line) => line && line.toLowerCase() !== own);
}

/** The mark of an expression means nothing to people. */
const plainSubtitle = (subtitle: string): string => subtitle.replaceAll('={{', '{{');
