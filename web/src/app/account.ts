import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import { signedIn, signedOut, useSession } from '../api/session.ts';
import { LANGUAGES, type Language, useWords } from '../texts/texts.ts';
import { chooseLanguage } from '../texts/words-provider.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import { toastFault } from '../ui/toast.tsx';
import { chooseTheme, type Theme, useTheme } from './theme.ts';

/** What the account menu, the phone's menu and the palette offer: colours, languages, tenants, the way out. */
export function useAccount() {
  const { texts, language } = useWords();
  const { frame } = texts;
  const { theme } = useTheme();
  const signed = useSession(({ signed }) => signed);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const tenants = useQuery({
    queryKey: ['tenants'],
    queryFn: () => unwrap(api.GET('/api/v1/tenants')),
    staleTime: 60_000,
    enabled: signed !== undefined,
  });
  const switchTo = async (tenantId: string) => {
    if (tenantId === signed?.tenant.id) return;
    try {
      await signedIn(await unwrap(api.POST('/api/v1/auth/switch', { body: { tenantId } })));
      await navigate({ to: '/workflows' });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const themes: [Theme, string][] = [
    ['system', frame.themeSystem],
    ['light', frame.themeLight],
    ['dark', frame.themeDark],
  ];
  return {
    signed,
    themes: themes.map(
      ([value, label]): MenuItem => ({
        label,
        checked: theme === value,
        run: () => chooseTheme(value),
      }),
    ),
    languages: Object.entries(LANGUAGES).map(
      ([value, label]): MenuItem => ({
        label,
        checked: language === value,
        run: () => chooseLanguage(value as Language),
      }),
    ),
    tenants: (tenants.data?.items ?? []).map(
      ({ id, name }): MenuItem => ({
        label: name,
        checked: id === signed?.tenant.id,
        run: () => void switchTo(id),
      }),
    ),
    signOut: async () => {
      await api.POST('/api/v1/auth/logout').catch(() => {});
      signedOut();
      await navigate({ to: '/sign-in' });
      queries.clear();
    },
  };
}
