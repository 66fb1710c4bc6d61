import { CalendarClock, KeyRound, LayoutGrid, List, type LucideIcon, Settings, Workflow } from 'lucide-react';
import type { Texts } from '../texts/texts.ts';

/** The places of the rail. `phone`: also in the bottom bar of phones, which has room for four. */
export const PLACES: readonly { to: string; text: keyof Texts['frame'] & string; icon: LucideIcon; phone?: boolean }[] =
  [
    { to: '/workflows', text: 'workflows', icon: Workflow, phone: true },
    { to: '/executions', text: 'executions', icon: List, phone: true },
    { to: '/schedules', text: 'schedules', icon: CalendarClock, phone: true },
    { to: '/credentials', text: 'credentials', icon: KeyRound },
    { to: '/templates', text: 'templates', icon: LayoutGrid },
  ];
export const SETTINGS = { to: '/settings', text: 'settings', icon: Settings, phone: true } as const;
