import { useNavigate } from '@tanstack/react-router';
import { CircleUser } from 'lucide-react';
import { api } from '../api/client.ts';
import { signedOut, useSession } from '../api/session.ts';
import { LANGUAGES, type Language, useWords } from '../texts/texts.ts';
import { chooseLanguage } from '../texts/words-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/menu.tsx';
import { chooseTheme, type Theme, useTheme } from './theme.ts';

/** Who is signed in, colours, language, and the way out. */
export function AccountMenu({ narrow }: { narrow: boolean }) {
  const { texts, language } = useWords();
  const { frame } = texts;
  const { theme } = useTheme();
  const signed = useSession(({ signed }) => signed);
  const navigate = useNavigate();
  const themes: [Theme, string][] = [
    ['system', frame.themeSystem],
    ['light', frame.themeLight],
    ['dark', frame.themeDark],
  ];
  return (
    <Menu
      align="start"
      items={[
        ...themes.map(([value, label]) => ({ label, checked: theme === value, run: () => chooseTheme(value) })),
        null,
        ...Object.entries(LANGUAGES).map(([value, label]) => ({
          label,
          checked: language === value,
          run: () => chooseLanguage(value as Language),
        })),
        null,
        {
          label: frame.signOut,
          run: async () => {
            await api.POST('/api/v1/auth/logout').catch(() => {});
            signedOut();
            await navigate({ to: '/sign-in' });
          },
        },
      ]}
    >
      <button
        type="button"
        aria-label={`${frame.account}: ${signed?.user.name ?? ''}`}
        className={classNames(
          'flex h-[35px] items-center gap-3 rounded-control text-muted hover:bg-sunken hover:text-text',
          narrow ? 'justify-center' : 'px-2.5',
        )}
      >
        <CircleUser size={15} aria-hidden="true" className="shrink-0" />
        {!narrow && (
          <span className="min-w-0 flex-1 truncate text-start">
            {signed?.user.name} <span className="text-faint">· {signed?.tenant.name}</span>
          </span>
        )}
      </button>
    </Menu>
  );
}
