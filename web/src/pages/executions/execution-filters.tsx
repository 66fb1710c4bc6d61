import { useTexts } from '../../texts/texts.ts';
import { FilterButton } from '../../ui/filter-button.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { formatSearch, parseSearch, withWord } from '../../ui/search-words.ts';
import { KEYS, KINDS, MODES, STATUSES } from './list-filter.ts';

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
  const { executions, run } = useTexts();
  const search = parseSearch(q, KEYS);
  const choose = (key: string) => (chosen: readonly string[]) => onSearch(formatSearch(withWord(search, key, chosen)));
  return (
    <>
      <SearchBox value={q} onChange={onSearch} label={executions.search} placeholder={executions.searchExample} />
      {/* Two in a row on phones, however wide the words are before their typeface is there. */}
      <div className="flex flex-wrap gap-2 max-phone:grid max-phone:w-full max-phone:grid-cols-2 max-phone:[&>button]:justify-start max-phone:[&>button]:overflow-hidden">
        <FilterButton
          label={executions.status}
          any={executions.any}
          options={STATUSES.map((value) => ({ value, label: run.status[value] }))}
          chosen={search.words.status ?? []}
          onChange={choose('status')}
        />
        <FilterButton
          label={executions.workflow}
          any={executions.any}
          options={workflows.map(({ name }) => ({ value: name, label: name }))}
          chosen={search.words.workflow ?? workflows.filter(({ id }) => id === workflowId).map(({ name }) => name)}
          onChange={(chosen) => choose('workflow')(chosen.slice(-1))}
        />
        <FilterButton
          label={executions.startedBy}
          any={executions.any}
          options={MODES.map((value) => ({ value, label: executions.modes[value] }))}
          chosen={search.words.mode ?? []}
          onChange={choose('mode')}
        />
        <FilterButton
          label={executions.kind}
          any={executions.any}
          options={KINDS.map((value) => ({ value, label: executions.kinds[value] }))}
          chosen={search.words.kind ?? []}
          onChange={(chosen) => choose('kind')(chosen.slice(-1))}
        />
      </div>
    </>
  );
}
