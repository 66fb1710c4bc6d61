import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from './button.tsx';
import { useEscape } from './escape.ts';
import { CONTROL } from './field.tsx';

/** The pause in typing after which a search is made. */
const PAUSE_MS = 250;

interface Props {
  value: string;
  onChange(value: string): void;
  /** An example of what can be typed. */
  placeholder: string;
  label: string;
}

/** A search that is made while it is typed; Esc empties it. */
export function SearchBox({ value, onChange, placeholder, label }: Props) {
  const { words } = useTexts();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  const escapes = useEscape(() => {
    if (!typed) return false;
    setTyped('');
    return true;
  });
  return (
    <div className="relative w-full max-w-[300px] max-phone:max-w-none">
      <Search size={14} aria-hidden="true" className="absolute start-3 top-1/2 -translate-y-1/2 text-faint" />
      <input
        ref={escapes}
        type="search"
        aria-label={label}
        value={typed}
        placeholder={placeholder}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(typed);
        }}
        className={`${CONTROL} ps-8 pe-8 [&::-webkit-search-cancel-button]:hidden`}
      />
      {typed && (
        <IconButton label={words.clear} className="absolute end-0 top-0" onClick={() => setTyped('')}>
          <X size={14} />
        </IconButton>
      )}
    </div>
  );
}
