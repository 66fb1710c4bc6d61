/** A time zone as a person looks for it. */
export interface Zone {
  /** IANA name. */
  name: string;
  /** "+05:30": how far its clocks are ahead of UTC now. */
  offset: string;
  /** What it is called in the language: "India Standard Time". */
  called: string;
}

const UTC = 'UTC';

/** Whether a text is the name of a zone that this browser knows. An offset such as +02:00 is none: it has no clock changes. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Names that browsers still list, and what the zones have been called since (IANA `backward`). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
const FORMER = new Map(Object.entries(RENAMED).map(([old, name]) => [name, old]));

/** The names of all zones: this browser's own and UTC first, then by name. */
export function zoneNames(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const listed = Intl.supportedValuesOf('timeZone').map((name) => RENAMED[name] ?? name);
  const first = [RENAMED[own] ?? own, UTC].filter(isZone);
  return [...new Set([...first, ...listed.sort((a, b) => a.localeCompare(b, 'en'))])];
}

const known = new Map<string, Zone>();
/** Clocks change at full hours or halves of them: what is known holds that long. */
const HOLDS_MS = 1_800_000;

/** A zone as its clocks stand at a moment. To find that out takes long, for a computer, so it is kept. */
export function zoneAt(name: string, now: Date, language: string): Zone {
  const key = `${name} ${language} ${Math.floor(now.getTime() / HOLDS_MS)}`;
  let zone = known.get(key);
  if (!zone) {
    const part = (timeZoneName: 'longOffset' | 'long', locale: string) =>
      new Intl.DateTimeFormat(locale, { timeZone: name, timeZoneName })
        .formatToParts(now)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const offset = part('longOffset', 'en').replace(/^(GMT|UTC)/, '') || '+00:00';
    zone = { name, offset, called: part('long', language) };
    known.set(key, zone);
  }
  return zone;
}

/**
 * The zones that hold every word that was typed: of the name or of the offset ("new york", "+2"); where there are none, of
 * what it is called ("central european").
 */
export function zonesLike(names: readonly string[], typed: string, now: Date, language: string): string[] {
  const words = typed
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean);
  const holding = (textOf: (name: string) => string) =>
    names.filter((name) => {
      const text = textOf(name).replaceAll('_', ' ').toLowerCase();
      return words.every((word) => {
        const clock = word.replace(/^(utc|gmt)(?=[+-])/, '');
        return /^[+-]\d/.test(clock) ? isAt(zoneAt(name, now, language).offset, clock) : text.includes(word);
      });
    });
  const found = holding((name) => `${name} ${FORMER.get(name) ?? ''}`);
  return found.length > 0 ? found : holding((name) => `${name} ${zoneAt(name, now, language).called}`);
}

/** "+2", "+02" and "+02:00" are all the same offset. */
function isAt(offset: string, typed: string): boolean {
  return (
    offset.startsWith(typed) ||
    offset.replace(/^([+-])0/, '$1').replace(':00', '') === typed ||
    offset.replace(/^([+-])0/, '$1') === typed
  );
}
