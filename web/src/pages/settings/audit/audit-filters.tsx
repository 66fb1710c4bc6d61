import { useTexts } from '../../../texts/texts.ts';
import { Input } from '../../../ui/field.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { formatSearch, parseSearch, withWord } from '../../../ui/search-words.ts';
import { Select } from '../../../ui/select.tsx';
import { AUDIT_KEYS } from './audit-search.ts';

const EVERY = 'all';

/** Who, what and when, as choices; the search says the same in words. */
export function AuditFilters({
  q,
  people,
  onSearch,
}: {
  q: string;
  people: readonly { userId: string; name: string }[];
  onSearch(q: string): void;
}) {
  const { settings, access } = useTexts();
  const search = parseSearch(q, AUDIT_KEYS);
  const choose = (key: string, value: string) =>
    onSearch(formatSearch(withWord(search, key, value && value !== EVERY ? [value] : [])));
  const who = search.words.who?.[0] ?? '';
  const chosen = people.find(({ userId, name }) => userId === who || name.toLowerCase() === who.toLowerCase());
  const action = search.words.action?.[0] ?? '';
  const day = (key: 'from' | 'to', label: string) => (
    <span className="flex items-center gap-1.5 text-muted">
      <span aria-hidden="true">{label}</span>
      <Input
        type="date"
        aria-label={label}
        value={search.words[key]?.[0] ?? ''}
        onChange={(event) => choose(key, event.target.value)}
        className="!w-36"
      />
    </span>
  );
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox value={q} onChange={onSearch} label={settings.auditSearch} placeholder={settings.auditExample} />
      <div className="w-44 max-phone:w-full">
        <Select
          aria-label={settings.who}
          value={chosen?.name ?? EVERY}
          onChange={(value) => choose('who', value)}
          options={[
            { value: EVERY, label: access.everybody },
            ...people.map(({ name }) => ({ value: name, label: name })),
          ]}
        />
      </div>
      <div className="w-52 max-phone:w-full">
        <Select
          aria-label={access.area}
          value={action in access.areas ? action : EVERY}
          onChange={(value) => choose('action', value)}
          options={[
            { value: EVERY, label: access.allAreas },
            ...Object.entries(access.areas).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {day('from', access.since)}
      {day('to', access.until)}
    </div>
  );
}
