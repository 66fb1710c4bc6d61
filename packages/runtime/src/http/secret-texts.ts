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

/** A text with the secrets in it struck out, as far as it is looked through. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const shown = secrets
    .flatMap(formsOf)
    .reduce((each, form) => each.replaceAll(form, STRUCK_OUT), text.slice(0, LOOKED_THROUGH));
  return text.length > LOOKED_THROUGH ? shown + text.slice(LOOKED_THROUGH) : shown;
}

/** A secret as it is, as a URL and a form have it, and as JSON has it. */
function formsOf(secret: string): string[] {
  const text = secret.toWellFormed();
  const inForm = new URLSearchParams({ a: text }).toString().slice(2);
  return [text, encodeURIComponent(text), inForm, JSON.stringify(text).slice(1, -1)];
}

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
