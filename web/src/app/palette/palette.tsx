import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { useFocusReturn } from '../../ui/focus-return.ts';
import { useAppActions } from './app-actions.ts';
import { type Found, useFound } from './palette.queries.ts';
import type { PaletteAction } from './palette-actions.ts';
import { usePageActions } from './palette-actions.ts';
import { usePalette } from './palette-store.ts';
import { scoreOf } from './score.ts';

/** Finds and does everything, from anywhere: what the page offers, places, workflows, credentials, executions by id. */
export default function Palette() {
  const { frame } = useTexts();
  const { open } = usePalette();
  const giveBack = useFocusReturn(open);
  const [text, setText] = useState('');
  const chosen = useRef<() => void>(undefined);
  const navigate = useNavigate();
  const pageActions = usePageActions(({ lists }) => lists).flatMap((list) => list());
  const appActions = useAppActions().filter(({ id }) => !pageActions.some((own) => own.id === id));
  const found = useFound(text);
  const close = () => usePalette.setState({ open: false });
  const act = ({ run }: { run(): void }) => {
    chosen.current = run;
    close();
  };
  const go = ({ to }: Found) => act({ run: () => void navigate({ href: to }) });
  const matched = (group: string) => found.filter((each) => each.group === group);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            giveBack(event);
            // After the palette has given the focus back, so that what opens now takes it from the page.
            chosen.current?.();
            chosen.current = undefined;
          }}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[70vh] max-w-xl flex-col overflow-hidden rounded-sheet border border-line bg-surface shadow-sheet outline-none max-phone:inset-x-0 max-phone:top-0 max-phone:max-h-[100dvh] max-phone:rounded-none"
        >
          <Dialog.Title className="sr-only">{frame.find}</Dialog.Title>
          <Command label={frame.find} loop filter={scoreOf} className="flex min-h-0 flex-col">
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search size={16} className="shrink-0 text-muted" aria-hidden="true" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={frame.findHint}
                className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none max-phone:text-[16px]"
              />
              <button
                type="button"
                onClick={close}
                className="rounded border border-line-strong bg-sunken px-1.5 font-mono text-xs text-muted"
              >
                Esc
              </button>
            </div>
            <Command.List
              className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
              tabIndex={-1}
              aria-label={frame.found}
            >
              <Command.Empty className="px-3 py-8 text-center text-muted">{frame.nothingFound}</Command.Empty>
              <Actions heading={frame.thisPage} actions={pageActions} onAct={act} />
              <Places heading={frame.executions} found={matched('executions')} onGo={go} />
              {text && <Places heading={frame.workflows} found={matched('workflows')} onGo={go} />}
              <Places heading={frame.goTo} found={matched('places')} onGo={go} />
              {text && <Places heading={frame.credentials} found={matched('credentials')} onGo={go} />}
              {text && <Places heading={frame.templates} found={matched('templates')} onGo={go} />}
              <Actions heading={frame.do} actions={appActions} onAct={act} />
              {!text && <Places heading={frame.workflows} found={matched('workflows').slice(0, 5)} onGo={go} />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted';
const ITEM =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 data-[disabled=true]:opacity-50 data-[selected=true]:bg-accent-soft max-phone:min-h-11';

function Actions({
  heading,
  actions,
  onAct,
}: {
  heading: string;
  actions: readonly PaletteAction[];
  onAct(action: PaletteAction): void;
}) {
  if (actions.length === 0) return null;
  return (
    <Command.Group heading={heading} className={GROUP}>
      {actions.map((action) => (
        <Command.Item
          key={action.id}
          value={`${action.label} ${action.id}`}
          keywords={[...(action.keywords ?? [])]}
          disabled={action.disabled}
          onSelect={() => onAct(action)}
          className={ITEM}
        >
          <span className="min-w-0 flex-1 truncate">{action.label}</span>
          {action.keys && <kbd className="font-mono text-sm text-muted">{action.keys}</kbd>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Places({ heading, found, onGo }: { heading: string; found: readonly Found[]; onGo(found: Found): void }) {
  if (found.length === 0) return null;
  return (
    <Command.Group heading={heading} className={GROUP}>
      {found.map((each) => (
        <Command.Item
          key={each.to}
          value={`${each.label} ${each.to}`}
          keywords={[...(each.keywords ?? [])]}
          onSelect={() => onGo(each)}
          className={ITEM}
        >
          {each.icon && <each.icon size={15} className="shrink-0 text-muted" aria-hidden="true" />}
          <span className="min-w-0 flex-1 truncate">{each.label}</span>
          {each.aside && <span className="truncate text-sm text-muted">{each.aside}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
