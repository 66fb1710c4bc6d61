import { useTexts } from '../../texts/texts.ts';
import { FilterButton } from '../../ui/filter-button.tsx';
import { formatSearch, parseSearch, withWord } from '../../ui/search-words.ts';
import { KEYS, KINDS, STATUSES } from './list-filter.ts';

interface Props {
  /** The search in words. */
  q: string;
  onSearch(q: string): void;
}

/** What a search for executions asks for, and what puts other words for a key into it. */
export function searchIn({ q, onSearch }: Props) {
  const search = parseSearch(q, KEYS);
  const choose = (key: string) => (values: readonly string[]) => onSearch(formatSearch(withWord(search, key, values)));
  return { words: search.words, choose };
}

export function StatusFilter(props: Props) {
  const { executions, run } = useTexts();
  const { words, choose } = searchIn(props);
  return (
    <FilterButton
      label={executions.status}
      any={executions.any}
      options={STATUSES.map((value) => ({ value, label: run.status[value] }))}
      chosen={words.status ?? []}
      onChange={choose('status')}
    />
  );
}

/** Tests, or what ran in earnest: one of them. */
export function KindFilter(props: Props) {
  const { executions } = useTexts();
  const { words, choose } = searchIn(props);
  return (
    <FilterButton
      label={executions.kind}
      any={executions.any}
      options={KINDS.map((value) => ({ value, label: executions.kinds[value] }))}
      chosen={words.kind ?? []}
      onChange={(values) => choose('kind')(values.slice(-1))}
    />
  );
}
