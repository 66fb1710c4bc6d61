import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { KeyRound, List, type LucideIcon, Workflow } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { PLACES, SETTINGS } from '../navigation.ts';

/** Somewhere that the palette can go. */
export interface Found {
  group: 'places' | 'workflows' | 'credentials' | 'executions' | 'templates';
  label: string;
  /** Path with its search. */
  to: string;
  aside?: string;
  keywords?: readonly string[];
  icon?: LucideIcon;
}

/** Typing is over when nothing came for this long, in milliseconds. */
const PAUSE_MS = 150;
/** As many of a kind as a person reads through. */
const MOST = 12;
const EXECUTION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What can be gone to, for what was typed: the server finds workflows, the rest is little enough to filter here. */
export function useFound(text: string): readonly Found[] {
  const { frame, settings } = useTexts();
  const wanted = useSettled(text.trim());
  const workflows = useQuery({
    queryKey: ['workflows', 'palette', wanted],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/workflows', {
          params: { query: { limit: MOST, ...(wanted ? { search: wanted } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const credentials = useQuery({
    queryKey: ['credentials', 'palette'],
    queryFn: () => unwrap(api.GET('/api/v1/credentials', { params: { query: { limit: 100 } } })),
    staleTime: 30_000,
    enabled: wanted !== '',
  });
  const place = ({ to, text: name, icon }: (typeof PLACES)[number]): Found => ({
    group: 'places',
    label: String(frame[name]),
    to,
    icon,
  });
  return [
    ...(EXECUTION_ID.test(text.trim())
      ? [
          {
            group: 'executions' as const,
            label: frame.openExecution(text.trim()),
            to: `/executions/${text.trim()}`,
            icon: List,
          },
        ]
      : []),
    ...(workflows.data?.items ?? []).map(({ id, name, tags }) => ({
      group: 'workflows' as const,
      label: name,
      to: `/workflows/${id}`,
      aside: tags.join(', '),
      // The server found it by this text, so it is not filtered out again here.
      keywords: [...tags, wanted],
      icon: Workflow,
    })),
    ...[...PLACES, SETTINGS].map(place),
    ...Object.entries(text ? settings.sections : {}).map(([section, label]) => ({
      group: 'places' as const,
      label: `${frame.settings}: ${label}`,
      to: `/settings/${section}`,
      icon: SETTINGS.icon,
    })),
    ...(credentials.data?.items ?? []).map(({ id, name, type }) => ({
      group: 'credentials' as const,
      label: name,
      to: `/credentials?open=${id}`,
      aside: type,
      icon: KeyRound,
    })),
  ];
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
