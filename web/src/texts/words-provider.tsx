import { type ReactNode, useEffect, useState } from 'react';
import { en } from './en/index.ts';
import { speakMessages } from './messages.ts';
import { LANGUAGES, type Language, type Words, WordsContext } from './texts.ts';

const KEY = 'language';
const RIGHT_TO_LEFT = new Set<string>(['ar', 'fa', 'he', 'ur']);

/** What the window is told when another language is chosen. */
export const LANGUAGE_CHANGED = 'language-changed';

/** The language that somebody chose in this browser. */
export function keptLanguage(): Language | undefined {
  const kept = localStorage.getItem(KEY);
  return kept !== null && kept in LANGUAGES ? (kept as Language) : undefined;
}

/** The language that was chosen here, else the browser's, else English. */
function chosenLanguage(): Language {
  const wanted = [keptLanguage(), ...navigator.languages.map((each) => each.slice(0, 2))];
  return (wanted.find((each) => each !== undefined && each in LANGUAGES) ?? 'en') as Language;
}

/** Takes a language from now on, in all tabs that are opened. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  window.dispatchEvent(new Event(LANGUAGE_CHANGED));
}

const german = async () => {
  const [{ de }, { messages }] = await Promise.all([import('./de/index.ts'), import('./de/messages/index.ts')]);
  return [de, messages] as const;
};

/** Gives everything below the texts of the chosen language; other languages than English are loaded when they are chosen. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [words, setWords] = useState<Words | undefined>(() =>
    chosenLanguage() === 'en' ? { language: 'en', texts: en } : undefined,
  );
  useEffect(() => {
    let current = true;
    const load = async () => {
      const language = chosenLanguage();
      const [texts, messages] = language === 'de' ? await german() : [en, undefined];
      if (!current) return;
      speakMessages(messages);
      take({ language, texts });
    };
    // Before the texts are drawn: some write numbers as the document's language does.
    const take = (next: Words) => {
      document.documentElement.lang = next.language;
      document.documentElement.dir = RIGHT_TO_LEFT.has(next.language) ? 'rtl' : 'ltr';
      setWords(next);
    };
    void load().catch(() => current && take({ language: 'en', texts: en }));
    window.addEventListener(LANGUAGE_CHANGED, load);
    return () => {
      current = false;
      window.removeEventListener(LANGUAGE_CHANGED, load);
    };
  }, []);
  return words ? <WordsContext value={words}>{children}</WordsContext> : null;
}
