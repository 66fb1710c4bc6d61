import { CircleUser, LogOut } from 'lucide-react';
import { useTexts } from '../texts/texts.ts';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/menu.tsx';
import { useAccount } from './account.ts';

/** Who is signed in, and where; colours, language, and the way out. */
export function AccountMenu({ narrow }: { narrow: boolean }) {
  const { frame } = useTexts();
  const { signed, themes, languages, tenants, signOut } = useAccount();
  return (
    <Menu
      align="start"
      items={[
        { heading: signed?.user.email ?? frame.account },
        ...(tenants.length > 1 ? [null, { heading: frame.switchTenant }, ...tenants] : []),
        null,
        { heading: frame.theme },
        ...themes,
        null,
        { heading: frame.language },
        ...languages,
        null,
        { label: frame.signOut, icon: <LogOut size={14} aria-hidden="true" />, run: () => void signOut() },
      ]}
    >
      <button
        type="button"
        aria-label={`${frame.account}: ${signed?.user.name ?? ''}, ${signed?.tenant.name ?? ''}`}
        className={classNames(
          'flex h-[35px] shrink-0 items-center gap-3 rounded-control text-muted hover:bg-sunken hover:text-text',
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
