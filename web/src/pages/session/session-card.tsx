import { CircleAlert } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Mark } from '../../app/mark.tsx';
import { LANGUAGES, type Language, useWords } from '../../texts/texts.ts';
import { chooseLanguage } from '../../texts/words-provider.tsx';

/** The page of those who are not signed in: the mark, one card, and the languages below. */
export function SessionCard({
  title,
  text,
  children,
  below,
}: {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
  /** Other ways in, under the card. */
  below?: ReactNode;
}) {
  const { language, texts } = useWords();
  useEffect(() => {
    document.title = `${title} · Orchestrator`;
  }, [title]);
  return (
    <div className="flex min-h-full flex-col items-center px-4 py-10 max-phone:py-6">
      <header className="mb-6 flex items-center gap-2.5">
        <Mark size={24} />
        <span className="text-lg font-bold tracking-tight">Orchestrator</span>
      </header>
      <main className="w-full max-w-sm rounded-sheet border border-line bg-surface p-6 shadow-card max-phone:p-5">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {text && <div className="mt-1 text-muted">{text}</div>}
        {children && <div className="mt-5">{children}</div>}
      </main>
      <footer className="flex flex-1 flex-col items-center">
        {below && <div className="mt-4 text-center text-muted">{below}</div>}
        <div className="flex-1" />
        <fieldset className="mt-8 flex gap-1">
          <legend className="sr-only">{texts.frame.language}</legend>
          {Object.entries(LANGUAGES).map(([value, label]) => (
            <button
              key={value}
              type="button"
              lang={value}
              aria-pressed={language === value}
              onClick={() => chooseLanguage(value as Language)}
              className="min-h-8 rounded-control px-2.5 text-sm text-muted hover:text-text aria-pressed:font-medium aria-pressed:text-text"
            >
              {label}
            </button>
          ))}
        </fieldset>
      </footer>
    </div>
  );
}

/** What is wrong with the whole of a form. */
export const Fault = ({ children }: { children: ReactNode }) => (
  <div role="alert" className="flex gap-2 rounded-control bg-bad-soft p-3 text-bad">
    <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden="true" />
    <div className="min-w-0 wrap-anywhere">{children}</div>
  </div>
);

export const LINK = 'font-medium text-accent underline underline-offset-2';
