import { createContext, useContext } from 'react';
import type { en } from './en/index.ts';

/** All texts of the app, by area. English is the source; every language has the same shape. */
export type Texts = typeof en;
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** How the chosen language writes numbers, times and plurals. */
export interface Words {
  language: Language;
  texts: Texts;
}

export const WordsContext = createContext<Words | undefined>(undefined);

/**
 * The texts in the chosen language.
 * @example const t = useTexts(); <h1>{t.executions.title}</h1> <p>{t.executions.selected(3)}</p>
 */
export function useTexts(): Texts {
  return useWords().texts;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('there is no WordsProvider above');
  return words;
}
