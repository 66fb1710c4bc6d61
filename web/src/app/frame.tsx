import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTexts } from '../texts/texts.ts';
import { classNames } from '../ui/class-names.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { AccountMenu } from './account-menu.tsx';
import { KeysHost } from './keys/keys-host.tsx';
import { Mark } from './mark.tsx';
import { PLACES, SETTINGS } from './navigation.ts';
import { NewVersion } from './new-version.tsx';
import { OfflineBanner } from './offline.tsx';
import { PaletteHost } from './palette/palette-host.tsx';
import { openPalette } from './palette/palette-store.ts';
import { PhoneBar } from './phone-bar.tsx';
import { SessionExpired } from './session-expired.tsx';
import { SessionWatch } from './session-watch.tsx';
import { TourHost } from './tour/tour-host.tsx';

/** What is around every page: the rail, or a bottom bar on phones. The editor has a narrow rail. */
export function Frame() {
  const { frame } = useTexts();
  const narrow = useRouterState({
    select: ({ location }) => /^\/(workflows|executions)\/[^/]+/.test(location.pathname),
  });
  return (
    <div className="flex h-full max-phone:flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-control focus:bg-surface focus:p-2"
      >
        {frame.skip}
      </a>
      <Rail narrow={narrow} />
      {!narrow && <PhoneBar />}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <OfflineBanner />
        <NewVersion />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <SessionWatch />
      <SessionExpired />
      <PaletteHost />
      <KeysHost />
      <TourHost />
    </div>
  );
}

function Rail({ narrow }: { narrow: boolean }) {
  const { frame } = useTexts();
  const row = classNames(
    'flex h-[35px] items-center gap-3 rounded-control text-muted hover:bg-sunken hover:text-text',
    narrow ? 'justify-center' : 'px-2.5',
  );
  const place = ({ to, text, icon: Icon }: (typeof PLACES)[number]) => {
    const link = (
      <Link
        key={to}
        to={to}
        aria-label={narrow ? String(frame[text]) : undefined}
        className={row}
        activeProps={{ className: 'bg-accent-soft !text-accent font-medium', 'aria-current': 'page' }}
      >
        <Icon size={15} aria-hidden="true" />
        {!narrow && String(frame[text])}
      </Link>
    );
    return narrow ? (
      <Tooltip key={to} text={String(frame[text])} side="right">
        {link}
      </Tooltip>
    ) : (
      link
    );
  };
  return (
    <nav
      aria-label={frame.navigation}
      className={classNames(
        'flex shrink-0 flex-col gap-1 border-e border-line bg-surface py-3 max-phone:hidden',
        narrow ? 'w-[52px] px-2' : 'w-52 px-2.5',
      )}
    >
      <Link
        to="/workflows"
        className={classNames(row, 'mb-2 !text-text hover:!bg-transparent')}
        aria-label="Orchestrator"
      >
        <Mark />
        {!narrow && <span className="text-[14px] font-bold tracking-tight">Orchestrator</span>}
      </Link>
      {PLACES.map(place)}
      <div className="flex-1" />
      <button
        type="button"
        onClick={openPalette}
        className={row}
        aria-label={narrow ? frame.find : undefined}
        aria-keyshortcuts="Control+K"
      >
        <Search size={15} aria-hidden="true" />
        {!narrow && (
          <>
            <span className="flex-1 truncate text-start">{frame.find}</span>
            <kbd className="rounded border border-line-strong bg-sunken px-1.5 font-mono text-xs">Ctrl K</kbd>
          </>
        )}
      </button>
      {place(SETTINGS)}
      <AccountMenu narrow={narrow} />
    </nav>
  );
}

function BottomBar() {
  const { frame } = useTexts();
  return (
    <nav
      aria-label={frame.navigation}
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] phone:hidden"
    >
      {[...PLACES, SETTINGS]
        .filter(({ phone }) => phone)
        .map(({ to, text, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className="flex h-14 flex-1 flex-col items-center justify-center gap-1 text-xs text-muted"
            activeProps={{ className: '!text-accent font-medium', 'aria-current': 'page' }}
          >
            <Icon size={18} aria-hidden="true" />
            {String(frame[text])}
          </Link>
        ))}
    </nav>
  );
}
