import type { ParameterSet } from '@orchestrator/node-sdk';

/** Shorter ones are found by chance in texts that have nothing to do with them. Characters. */
const SHORTEST_SECRET = 6;
/** A credential has a handful of them; each is looked for in several forms. */
const MOST_SECRETS = 20;
/**
 * How much of a text is looked through, on the main thread. A refusal that repeats a key is a line or a page; a longer
 * answer is data, of which only the beginning ends in errors. Characters.
 */
const LOOKED_THROUGH = 256 * 1024;
/** Characters that are gone through for one answer, over all its texts and all forms of the secrets: some 50 ms. */
const MOST_STEPS = 8 * 1024 * 1024;
/** Secrets and headers that an answer is looked through for. No honest credential has so many. */
const MOST_LOOKED_FOR = 100;
const STRUCK_OUT = '***';

/** The texts that a credential keeps secret: its secret fields, the values in one that is JSON, and its token. */
export function secretTexts(
  definition: { parameters: ParameterSet },
  data: Readonly<Record<string, unknown>>,
  token: Readonly<Record<string, unknown>> = {},
): string[] {
  const secret = Object.entries(definition.parameters).filter(
    ([, parameter]) => parameter.kind === 'json' || (parameter.kind === 'string' && parameter.password === true),
  );
  const texts = [...secret.map(([name]) => data[name]), ...Object.values(token)].flatMap(leaves);
  return [...new Set(texts)].filter((text) => text.length >= SHORTEST_SECRET).slice(0, MOST_SECRETS);
}

/** The headers that signing gave a request, without the word for their scheme: `Basic` is no secret. */
export function addedHeaderTexts(
  before: Readonly<Record<string, string>> = {},
  after: Readonly<Record<string, string>> = {},
): string[] {
  return Object.entries(after)
    .filter(([name, value]) => before[name] !== value && typeof value === 'string')
    .map(([, value]) => value.replace(/^\S+ (?=\S+$)/, ''))
    .filter((text) => text.length >= SHORTEST_SECRET);
}

/** Whether an address holds one of the texts, as it is or encoded. */
export function holdsSecret(address: string, secrets: readonly string[]): boolean {
  const forms = [address, decoded(address), decoded(address.replace(/\+/g, ' '))];
  return secrets.some((secret) => forms.some((form) => form.includes(secret)));
}

/**
 * Makes the function that strikes secrets out of the texts of one answer, as far as they are looked through. What it may
 * cost is bounded for all of them together: of more secrets than can be looked for, nothing of a text is left.
 */
export function strikingOut(secrets: readonly string[]): (text: string) => string {
  if (secrets.length > MOST_LOOKED_FOR) return () => STRUCK_OUT;
  let forms: string[] | undefined;
  let steps = MOST_STEPS;
  return (text) => {
    forms ??= [...new Set(secrets.flatMap(formsOf))];
    let shown = text.slice(0, LOOKED_THROUGH);
    for (const form of forms) {
      steps -= 1 + (form.length > shown.length ? 0 : shown.length);
      if (steps < 0) return STRUCK_OUT;
      shown = without(shown, form);
    }
    return text.length > LOOKED_THROUGH ? shown + text.slice(LOOKED_THROUGH) : shown;
  };
}

/**
 * A text with what stands for it in place of every part that is the same as another. By Knuth, Morris and Pratt, in steps
 * that are as many as characters: `replaceAll` takes their product where a tenant chooses both texts.
 */
function without(text: string, part: string): string {
  if (part.length > text.length) return text;
  const back = new Int32Array(part.length);
  for (let at = 1, fits = 0; at < part.length; at++) {
    while (fits > 0 && part.charCodeAt(at) !== part.charCodeAt(fits)) fits = back[fits - 1] as number;
    if (part.charCodeAt(at) === part.charCodeAt(fits)) fits++;
    back[at] = fits;
  }
  const left: string[] = [];
  let end = 0;
  for (let at = 0, fits = 0; at < text.length; at++) {
    while (fits > 0 && text.charCodeAt(at) !== part.charCodeAt(fits)) fits = back[fits - 1] as number;
    if (text.charCodeAt(at) === part.charCodeAt(fits)) fits++;
    if (fits < part.length) continue;
    left.push(text.slice(end, at + 1 - part.length));
    end = at + 1;
    fits = 0;
  }
  return left.length === 0 ? text : [...left, text.slice(end)].join(STRUCK_OUT);
}

/** What writers of JSON escape although they need not: PHP, Go, Gson, .NET, and most what is not ASCII. */
const ESCAPED_IN_JSON = [/[^\x20-\x7e]/g, /[<>&]/g, /[<>&='/]/g, /[<>&='`+]|[^\x20-\x7e]/g];
/** The characters that have a meaning in HTML, in the spellings of common languages. */
const ESCAPED_IN_HTML: readonly Readonly<Record<string, string>>[] = [
  { '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
];

/**
 * A secret as it is, and as a URL, a form, JSON and a page have it: what refuses a call repeats it in one of these. Each is
 * a plain text to look for; one pattern for all would be a tenant's to make slow.
 */
function formsOf(secret: string): string[] {
  const text = secret.toWellFormed();
  const encoded = [encodeURIComponent(text), encodeURI(text), new URLSearchParams({ a: text }).toString().slice(2)];
  const json = JSON.stringify(text).slice(1, -1);
  const unicode = ESCAPED_IN_JSON.map((which) => json.replace(which, (char) => `\\u${hexOf(char)}`));
  const pages = ESCAPED_IN_HTML.map((names) => text.replace(/[&<>"']/g, (char) => names[char] ?? char));
  const forms = [
    text,
    ...encoded,
    ...encoded.map(inLowerCase),
    json,
    ...unicode,
    ...unicode.map(inUpperCase),
    ...pages,
  ];
  return [...new Set([...forms, json.replaceAll('/', '\\/'), unicode[0]?.replaceAll('/', '\\/') ?? ''])].filter(
    Boolean,
  );
}

const hexOf = (char: string) => char.charCodeAt(0).toString(16).padStart(4, '0');
const inLowerCase = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const inUpperCase = (text: string) => text.replace(/(?<=\\u)[0-9a-f]{4}/g, (code) => code.toUpperCase());

function leaves(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  if (typeof value !== 'string') return [];
  if (!value.trimStart().startsWith('{')) return [value];
  try {
    return [value, ...leaves(JSON.parse(value))];
  } catch {
    return [value];
  }
}

function decoded(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
