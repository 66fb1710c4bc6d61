import type { WorkflowNode } from '@orchestrator/workflow';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useNodeType } from '../node-types/looks.ts';
import { NoteView } from './note-view.tsx';
import { ParametersView } from './parameters-view.tsx';
import { RetryView } from './retry-view.tsx';

const TABS = ['parameters', 'retry', 'notes', 'docs'] as const;
type NodeTab = (typeof TABS)[number];

/** The chosen view of the node, kept in the address. */
export function useNodeTab(): [NodeTab, (tab: NodeTab) => void] {
  const { tab } = useSearch({ strict: false }) as { tab?: unknown };
  const navigate = useNavigate();
  const current = TABS.find((each) => each === tab) ?? 'parameters';
  const choose = (next: NodeTab) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, tab: next === 'parameters' ? undefined : next }) as never,
      replace: true,
    });
  return [current, choose];
}

/** All that is said about a node, in four views. */
export function NodeViews({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const [tab, setTab] = useNodeTab();
  const docs = useNodeType(node.type, node.version)?.docs;
  return (
    <Tabs
      label={panel.views}
      value={tab}
      onChange={(next) => setTab(next as NodeTab)}
      tabs={[
        { id: 'parameters', label: panel.tabs.parameters, content: <ParametersView key={node.id} node={node} /> },
        { id: 'retry', label: panel.tabs.retry, content: <RetryView key={node.id} node={node} /> },
        { id: 'notes', label: panel.tabs.notes, content: <NoteView node={node} /> },
        {
          id: 'docs',
          label: panel.tabs.docs,
          content: docs ? <Markdown text={docs} /> : <p className="text-muted">{panel.noDocs}</p>,
        },
      ]}
    />
  );
}
