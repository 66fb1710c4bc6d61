import type { WorkflowNode } from '@orchestrator/workflow';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { NotesTab } from './notes-tab.tsx';
import { ParametersTab } from './parameters-tab.tsx';
import { RetryTab } from './retry-tab.tsx';

/** Parameters, retry and errors, notes and docs of a node. */
export function NodeTabs({
  node,
  declared,
  itemIndex,
  tab,
  onTab,
}: {
  node: WorkflowNode;
  declared: NodeType | undefined;
  itemIndex?: number;
  tab?: string;
  onTab?(tab: string): void;
}) {
  const { panel } = useTexts();
  const [own, setOwn] = useState('parameters');
  return (
    <Tabs
      label={panel.views}
      value={tab ?? own}
      onChange={onTab ?? setOwn}
      tabs={[
        {
          id: 'parameters',
          label: panel.tabs.parameters,
          content: <ParametersTab node={node} declared={declared} itemIndex={itemIndex} />,
        },
        { id: 'retry', label: panel.tabs.retry, content: <RetryTab node={node} /> },
        { id: 'notes', label: panel.tabs.notes, content: <NotesTab node={node} /> },
        {
          id: 'docs',
          label: panel.tabs.docs,
          content: declared?.docs ? (
            <Markdown text={declared.docs} />
          ) : (
            <p className="text-muted">{declared?.summary ?? panel.noDocs}</p>
          ),
        },
      ]}
    />
  );
}
