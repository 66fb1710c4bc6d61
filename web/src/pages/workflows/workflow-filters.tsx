import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { FilterButton } from '../../ui/filter-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { formatSearch, parseSearch, type SearchWords, withWord } from '../../ui/search-words.ts';
import type { Sort } from '../../ui/table/data-table.tsx';
import { KEYS, LAST_RUNS, NO_FOLDER, TRIGGERS } from './list-search.ts';
import { SORTS, type SortBy } from './list-sort.ts';

/** The search that shows what fails. */
export const FAILING: SearchWords = { words: { status: ['error', 'in_doubt'] }, text: '' };

interface Props {
  q: string;
  onChange(q: string): void;
  tags: readonly string[];
  /** Whether there are folders that a workflow could lie in, and all are shown. */
  hasFolders: boolean;
}

/** What the words of the search say, to be chosen from menus. */
export function WorkflowFilters({ q, onChange, tags, hasFolders }: Props) {
  const { workflows, run } = useTexts();
  const parsed = parseSearch(q, KEYS);
  const filter = (key: string, label: string, options: readonly { value: string; label: string }[], most?: 1) => (
    <FilterButton
      label={label}
      any={workflows.any}
      options={options}
      chosen={parsed.words[key] ?? []}
      onChange={(chosen) => onChange(formatSearch(withWord(parsed, key, most ? chosen.slice(-most) : chosen)))}
    />
  );
  return (
    <>
      {filter(
        'active',
        workflows.state,
        [
          { value: 'yes', label: workflows.on },
          { value: 'no', label: workflows.off },
        ],
        1,
      )}
      {filter(
        'trigger',
        workflows.triggers,
        TRIGGERS.map((value) => ({ value, label: workflows.triggerKinds[value] })),
      )}
      {filter(
        'status',
        workflows.lastRun,
        LAST_RUNS.map((value) => ({ value, label: value === 'never' ? workflows.neverRan : run.status[value] })),
      )}
      {tags.length > 0 &&
        filter(
          'tag',
          workflows.tag,
          tags.map((tag) => ({ value: tag, label: tag })),
          1,
        )}
      {hasFolders && filter('folder', workflows.folder, [{ value: NO_FOLDER, label: workflows.inNoFolder }], 1)}
    </>
  );
}

/** The order of the list, where it has no heads to choose it by: on phones. */
export function SortMenu({ sort, onChange }: { sort: Sort; onChange(sort: Sort): void }) {
  const { workflows } = useTexts();
  const names: Record<SortBy, string> = {
    updatedAt: workflows.sortChanged,
    name: workflows.sortName,
    lastRun: workflows.sortLastRun,
    createdAt: workflows.sortNewest,
  };
  return (
    <Menu
      align="start"
      items={Object.entries(SORTS).map(([by, order]) => ({
        label: names[by as SortBy],
        checked: by === sort.by,
        run: () => onChange({ by, order }),
      }))}
    >
      <Button className="phone:hidden">
        {workflows.sort}: {names[sort.by as SortBy]}
      </Button>
    </Menu>
  );
}
