/**
 * What a type of node or credential says in another language. The declaration is the source, in English: its texts are
 * the keys, so that a text that changes is seen to want another translation, and falls back to English until it has one.
 */
export interface Translation {
  /**
   * Each English text with its translation. `{count}` stands for a value. Where one text means two things, the key is
   * `parameter: text`.
   */
  texts: Readonly<Record<string, string>>;
  /** Words that people search for in that language. */
  keywords?: readonly string[];
  /** Help, in Markdown. `of` is the fingerprint of the English that it says the same as: SHA-256, first 8 hex digits. */
  docs?: { of: string; text: string };
}

/** By language, as a primary subtag of BCP 47: `de`. */
export type Translations = Readonly<Record<string, Translation>>;

/** Says an English text in the wanted language, with values in place of `{name}`. */
export type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** How a declaration speaks a language; English where it has no translation. */
export function sayIn(translations: Translations | undefined, language: string): Say {
  const texts = textsIn(translations, language);
  return (english, values) => filledIn(lookUp(texts, english) ?? english, values);
}

/** The languages that any of the declarations speaks besides English. */
export function languagesOf(definitions: readonly { translations?: Translations }[]): ReadonlySet<string> {
  return new Set(definitions.flatMap(({ translations }) => Object.keys(translations ?? {})));
}

/** What a declaration says in a language, where it speaks it. */
export function translationIn(translations: Translations | undefined, language: string): Translation | undefined {
  return translations && Object.hasOwn(translations, language) ? translations[language] : undefined;
}

function textsIn(translations: Translations | undefined, language: string): Translation['texts'] {
  return translationIn(translations, language)?.texts ?? {};
}

/** The translation of an English text; `undefined` when there is none. */
export function lookUp(texts: Translation['texts'], key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** A text with values in place of `{name}`. */
export function filledIn(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
