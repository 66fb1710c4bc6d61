import { useMemo, useState } from 'react';
import { useWords } from '../../texts/texts.ts';
import { Combobox } from '../combobox.tsx';
import { isZone, zoneAt, zoneNames, zonesLike } from './zones.ts';

/** As many as one looks through; typing finds the others. */
const SHOWN = 40;

interface Props {
  /** IANA name; empty where none is chosen. */
  value: string;
  onChange(zone: string): void;
  /** What it is to choose none: a line over the zones. Left out: one has to be chosen. */
  none?: string;
  disabled?: boolean;
  id?: string;
  'aria-describedby'?: string;
}

/**
 * A time zone, found by its name, what it is called, or its offset. Nothing but a zone can be chosen; one that is not
 * known, as from elsewhere, is shown and said to be none.
 */
export function ZoneSelect({ value, onChange, none, ...control }: Props) {
  const { language, texts } = useWords();
  const [typed, setTyped] = useState('');
  const names = useMemo(zoneNames, []);
  const known = value === '' || isZone(value);
  const found = useMemo(() => zonesLike(names, typed, new Date(), language), [names, typed, language]);
  const ways = typed === '' ? [...new Set([...(known && value !== '' ? [value] : []), ...found])] : found;
  const options = ways.slice(0, SHOWN).map((name) => {
    const { called } = zoneAt(name, new Date(), language);
    return { value: name, label: lineOf(name, language), description: called };
  });
  return (
    <>
      <Combobox
        {...control}
        value={value}
        shown={value === '' ? (none ?? '') : known ? lineOf(value, language) : value}
        options={none !== undefined && typed === '' ? [{ value: '', label: none }, ...options] : options}
        more={ways.length > SHOWN}
        onChange={onChange}
        onSearch={setTyped}
        placeholder={texts.words.chooseZone}
      />
      {!known && <p className="mt-1 text-sm text-bad">{texts.words.unknownZone(value)}</p>}
    </>
  );
}

const lineOf = (name: string, language: string) => `${name} (UTC${zoneAt(name, new Date(), language).offset})`;
