import { useTexts } from '../../texts/texts.ts';
import { FilterButton } from '../../ui/filter-button.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { MODES } from './list-filter.ts';
import { KindFilter, StatusFilter, searchIn } from './word-filters.tsx';

/** The search in words, and buttons for the words that people look for most. */
export function ExecutionFilters({
  q,
  workflows,
  workflowId,
  onSearch,
}: {
  q: string;
  workflows: readonly { id: string; name: string }[];
  /** The workflow that the address asks for beside the search. */
  workflowId: string | undefined;
  onSearch(q: string): void;
}) {
  const { executions } = useTexts();
  const { words, choose } = searchIn({ q, onSearch });
  return (
    <>
      <SearchBox value={q} onChange={onSearch} label={executions.search} placeholder={executions.searchExample} />
      {/* Two in a row on phones, however wide the words are before their typeface is there. */}
      <div className="flex flex-wrap gap-2 max-phone:grid max-phone:w-full max-phone:grid-cols-2 max-phone:[&>button]:justify-start max-phone:[&>button]:overflow-hidden">
        <StatusFilter q={q} onSearch={onSearch} />
        <FilterButton
          label={executions.workflow}
          any={executions.any}
          options={workflows.map(({ name }) => ({ value: name, label: name }))}
          chosen={words.workflow ?? workflows.filter(({ id }) => id === workflowId).map(({ name }) => name)}
          onChange={(chosen) => choose('workflow')(chosen.slice(-1))}
        />
        <FilterButton
          label={executions.startedBy}
          any={executions.any}
          options={MODES.map((value) => ({ value, label: executions.modes[value] }))}
          chosen={words.mode ?? []}
          onChange={choose('mode')}
        />
        <KindFilter q={q} onSearch={onSearch} />
      </div>
    </>
  );
}
