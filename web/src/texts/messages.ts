/**
 * Messages of the server, the engine and the nodes in another language, by their English, with `{}` where something stands
 * that differs; `{1}`, `{2}` say where it goes. They are written and kept in English, and read by people of many languages.
 */
export type Messages = Readonly<Record<string, string>>;

/** Longer ones are what somebody else wrote. Characters. */
const MOST_READ = 2_000;
/** What stands in a message may be a message itself; a few levels are all there are. */
const MOST_LEVELS = 3;

/** A template with fewer letters of its own is met by chance: it takes single words alone. */
const FEW_LETTERS = 8;

interface Template {
  /** The texts between what differs. */
  parts: readonly string[];
  said: string;
}

let current: ((message: string) => string) | undefined;

/** Takes the messages of the language that is spoken from now on; none for English. */
export function speakMessages(messages: Messages | undefined): void {
  current = messages && teller(messages);
}

/** What people throw and say in their own words, in whatever language that is. */
const OWN_WORDS = new Set(['workflow.stopped', 'code.failed']);

/**
 * A message in the language of the app; as it is where it is not known, as what people and services wrote is not.
 * @param code of the fault, where it has one
 */
export const told = (message: string, code?: string): string =>
  (code !== undefined && OWN_WORDS.has(code) ? undefined : current?.(message)) ?? message;

/** The same of what is said besides; a service that refuses a call says it in words of its own. */
export const toldBesides = (description: string, code?: string): string =>
  code === 'http.status' ? description : told(description, code);

/** Makes what says messages in a language. */
export function teller(messages: Messages): (message: string) => string {
  const templates: Template[] = Object.entries(messages)
    .filter(([english]) => english.includes('{}'))
    .map(([english, said]) => ({ parts: english.split('{}'), said }))
    // The one that says most about the message is the one that is meant.
    .sort((a, b) => b.parts.join('').length - a.parts.join('').length);
  const tell = (message: string, level = 0): string | undefined => {
    if (message.length > MOST_READ || level > MOST_LEVELS) return undefined;
    // One word within a message is a name, and stays what it is.
    if (level > 0 && !message.includes(' ')) return undefined;
    if (Object.hasOwn(messages, message)) return messages[message];
    for (const { parts, said } of templates) {
      const values = valuesIn(message, parts);
      if (!values) continue;
      return said.replace(/\{(\d)\}/g, (_, place: string) => {
        const value = values[Number(place) - 1] ?? '';
        return tell(value, level + 1) ?? value;
      });
    }
    // Where a message becomes a sentence of another, it is given a full stop.
    const sentence = message.endsWith('.') ? tell(message.slice(0, -1), MOST_LEVELS) : undefined;
    return sentence === undefined ? undefined : `${sentence}.`;
  };
  return (message) => tell(message) ?? message;
}

/** What stands between the parts of a template; nothing when the message is none of it. In one pass, whatever it is. */
function valuesIn(message: string, parts: readonly string[]): string[] | undefined {
  const [first = '', ...rest] = parts;
  if (!message.startsWith(first)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const next = isLast ? message.length - part.length : message.indexOf(part, at);
    if (next < at || (isLast && !message.endsWith(part))) return undefined;
    values.push(message.slice(at, next));
    at = next + part.length;
  }
  const isShort = parts.join('').length < FEW_LETTERS;
  return values.every((value) => value !== '' && !(isShort && value.includes(' '))) ? values : undefined;
}
