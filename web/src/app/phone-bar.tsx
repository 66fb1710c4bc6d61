import { Link } from '@tanstack/react-router';
import { LogOut, Menu as MenuIcon, Search, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from '../ui/button.tsx';
import { focusSheet } from '../ui/dialog.tsx';
import { useFocusReturn } from '../ui/focus-return.ts';
import type { MenuItem } from '../ui/menu.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { useAccount } from './account.ts';
import { Mark } from './mark.tsx';
import { PLACES, SETTINGS } from './navigation.ts';
import { openPalette } from './palette/palette-store.ts';

/** The bar at the top of phones: the menu with everything that has no room below, the page's title, the palette. */
export function PhoneBar() {
  const { frame } = useTexts();
  const { title } = usePageTitle();
  const [open, setOpen] = useState(false);
  const giveBack = useFocusReturn(open);
  return (
    <header className="flex h-[52px] shrink-0 items-center gap-1 border-b border-line bg-surface px-1.5 pt-[env(safe-area-inset-top)] phone:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <IconButton label={frame.menu}>
            <MenuIcon size={18} />
          </IconButton>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
          <Dialog.Content
            aria-describedby={undefined}
            onOpenAutoFocus={focusSheet}
            onCloseAutoFocus={giveBack}
            className="fixed inset-y-0 start-0 z-40 flex w-72 max-w-[85vw] flex-col overflow-y-auto border-e border-line bg-surface p-3 pb-[max(12px,env(safe-area-inset-bottom))] shadow-sheet outline-none"
          >
            <PhoneMenu onClose={() => setOpen(false)} />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      {/* The page has the heading itself, for those who do not see this one. */}
      <div aria-hidden="true" className="min-w-0 flex-1 truncate ps-1 text-lg font-semibold">
        {title}
      </div>
      <IconButton label={frame.find} onClick={openPalette}>
        <Search size={18} />
      </IconButton>
    </header>
  );
}

const ROW = 'flex min-h-11 w-full items-center gap-3 rounded-control px-2.5 text-start hover:bg-sunken';

function PhoneMenu({ onClose }: { onClose(): void }) {
  const { frame, words } = useTexts();
  const { signed, themes, languages, tenants, signOut } = useAccount();
  return (
    <>
      <div className="mb-2 flex items-center gap-3 ps-2.5">
        <Mark />
        <Dialog.Title className="min-w-0 flex-1 truncate text-lg font-semibold">{signed?.tenant.name}</Dialog.Title>
        <Dialog.Close asChild>
          <IconButton label={words.close}>
            <X size={18} />
          </IconButton>
        </Dialog.Close>
      </div>
      <nav aria-label={frame.navigation}>
        {[...PLACES, SETTINGS].map(({ to, text, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            onClick={onClose}
            className={ROW}
            activeProps={{ className: 'bg-accent-soft text-accent font-medium', 'aria-current': 'page' }}
          >
            <Icon size={18} aria-hidden="true" />
            {String(frame[text])}
          </Link>
        ))}
      </nav>
      {tenants.length > 1 && <Choices title={frame.switchTenant} items={tenants} />}
      <Choices title={frame.theme} items={themes} />
      <Choices title={frame.language} items={languages} />
      <div className="mt-3 border-t border-line pt-3">
        <p className="truncate px-2.5 pb-1 text-muted">{signed?.user.email}</p>
        <button type="button" className={ROW} onClick={() => void signOut()}>
          <LogOut size={18} aria-hidden="true" />
          {frame.signOut}
        </button>
      </div>
    </>
  );
}

function Choices({ title, items }: { title: string; items: readonly MenuItem[] }) {
  return (
    <fieldset className="mt-3 border-t border-line pt-3">
      <legend className="float-start mb-1 w-full px-2.5 text-sm text-muted">{title}</legend>
      <div className="clear-both flex flex-wrap gap-1.5 px-2.5">
        {items.map(({ label, checked, run }) => (
          <button
            key={label}
            type="button"
            aria-pressed={checked ?? false}
            onClick={run}
            className="min-h-10 max-w-full truncate rounded-control border border-control px-3 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
