import { useMemo } from 'react';
import { useWords } from './texts.ts';

/** Compares two names, as `sort` asks for it. */
export type NameOrder = (one: string, other: string) => number;

/** The order in which people of a language read names: item 2 before item 10, capitals beside small letters. */
export const nameOrder = (language: string): NameOrder => new Intl.Collator(language, { numeric: true }).compare;

/** The order of names in the chosen language. */
export function useNameOrder(): NameOrder {
  const { language } = useWords();
  return useMemo(() => nameOrder(language), [language]);
}
