import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useNameOrder } from '../../texts/name-order.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { FilterButton } from '../../ui/filter-button.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { LINK } from '../session/session-card.tsx';
import { useRefreshLists, workflowCalls } from '../workflows/workflows.queries.ts';
import { findTemplates } from './find-templates.ts';
import { Preview } from './preview.tsx';
import type { Template } from './templates.queries.ts';
import { useTemplates } from './templates.queries.ts';

/** Workflows to start from. */
export default function TemplatesPage() {
  const { templates: t, workflows } = useTexts();
  const raw = useSearch({ strict: false });
  const q = typeof raw.q === 'string' ? raw.q : '';
  const tag = typeof raw.tag === 'string' ? raw.tag : undefined;
  const navigate = useNavigate();
  const { data, error, refetch } = useTemplates();
  const show = (next: { q?: string; tag?: string }) =>
    navigate({
      to: '/templates',
      search: { ...(next.q ? { q: next.q } : {}), ...(next.tag ? { tag: next.tag } : {}) },
      replace: true,
    });
  const tags = [...new Set((data ?? []).flatMap((each) => each.tags))].sort(useNameOrder());
  const found = findTemplates(data ?? [], q, tag);
  return (
    <Page title={t.title} figures={<p className="text-muted">{data ? t.figures(data.length) : '\u00a0'}</p>}>
      {data?.length !== 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <SearchBox
            value={q}
            onChange={(next) => void show({ q: next, tag })}
            label={t.searchLabel}
            placeholder={t.searchExample}
          />
          {tags.length > 0 && (
            <FilterButton
              label={workflows.tag}
              any={workflows.any}
              options={tags.map((each) => ({ value: each, label: each }))}
              chosen={tag ? [tag] : []}
              onChange={(chosen) => void show({ q, tag: chosen.at(-1) })}
            />
          )}
        </div>
      )}
      {error && !data ? (
        <ErrorState fault={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton />
      ) : found.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(260px,1fr))] gap-4">
          {found.map((template) => (
            <li key={template.id}>
              <TemplateCard template={template} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<LayoutGrid size={28} aria-hidden="true" />}
          title={data.length === 0 ? t.emptyTitle : t.noneFound}
          action={
            data.length === 0 ? (
              <Link to="/workflows" search={{ do: 'import' }} className={LINK}>
                {workflows.importTitle}
              </Link>
            ) : (
              <Button onClick={() => void show({})}>{workflows.clearSearch}</Button>
            )
          }
        >
          {data.length === 0 && t.emptyText}
        </EmptyState>
      )}
    </Page>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const { templates: t } = useTexts();
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const navigate = useNavigate();
  const refresh = useRefreshLists();
  const [busy, setBusy] = useState(false);
  const { title, description, tags, document } = template;
  const use = async () => {
    setBusy(true);
    try {
      const { id } = await workflowCalls.create(document);
      await refresh();
      await navigate({ to: '/workflows/$workflowId', params: { workflowId: id } });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <article className="flex h-full flex-col rounded-card border border-line bg-surface p-3">
      <Preview document={document} />
      <h2 className="mt-3 font-semibold wrap-anywhere">{title}</h2>
      <p className="mt-0.5 flex-1 text-muted">{description}</p>
      <div className="mt-3 flex items-end justify-between gap-2">
        <p className="text-sm text-muted">{tags.join(' · ')}</p>
        {canEdit && (
          <Button busy={busy} onClick={() => void use()} aria-label={t.takeNamed(title)}>
            {t.use}
          </Button>
        )}
      </div>
    </article>
  );
}
