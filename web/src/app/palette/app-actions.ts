import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { useAccount } from '../account.ts';
import { showKeys } from '../keys/keys-store.ts';
import { beginTour } from '../tour/tour-store.ts';
import { COMMAND_WORDS, THEME_WORDS } from './command-words.ts';
import type { PaletteAction } from './palette-actions.ts';

const API_DOCS = '/api-docs';
const STRONG: readonly string[] = ['admin', 'owner'];

/** What can be done from every page, by who may do it; each is found by what people call it too. */
export function useAppActions(): readonly PaletteAction[] {
  const { frame } = useTexts();
  const { themes, languages, tenants, signOut } = useAccount();
  const role = useSession(({ signed }) => signed?.tenant.role) ?? 'viewer';
  const navigate = useNavigate();
  const canEdit = role !== 'viewer';
  const isStrong = STRONG.includes(role);
  const choices = (id: string, verb: string, items: typeof themes, words: readonly string[][] = []): PaletteAction[] =>
    items
      .map((item, index) => ({ ...item, words: words[index] ?? [] }))
      .filter(({ checked }) => !checked)
      .map(({ label, run, words: own }) => ({
        id: `${id} ${label}`,
        label: `${verb}: ${label}`,
        keywords: [...own, ...(COMMAND_WORDS[id] ?? [])],
        run,
      }));
  const action = (id: string, label: string, run: () => void, keys?: string): PaletteAction => ({
    id,
    label,
    keywords: COMMAND_WORDS[id],
    keys,
    run,
  });
  const { commands } = frame;
  const section = (name: string, search: Record<string, string> = {}) =>
    void navigate({ to: '/settings/$section', params: { section: name }, search });
  return [
    ...(canEdit
      ? [
          action('new', frame.newWorkflow, () =>
            navigate({ to: '/workflows/$workflowId', params: { workflowId: 'new' } }),
          ),
          action('import', frame.importWorkflows, () => navigate({ to: '/workflows', search: { do: 'import' } })),
          action('credential', commands.credential, () => navigate({ to: '/credentials', search: { new: 'pick' } })),
        ]
      : []),
    ...(isStrong
      ? [
          action('invite', commands.invite, () => section('members', { do: 'invite' })),
          action('roles', commands.roles, () => section('members')),
          action('audit', commands.audit, () => section('audit')),
          action('time-zone', commands.timeZone, () => section('tenant')),
        ]
      : []),
    action('failed', commands.failed, () => navigate({ to: '/executions', search: { q: 'status:error kind:real' } })),
    action('password', commands.password, () => section('profile', { do: 'password' })),
    action('sessions', commands.sessions, () => section('profile')),
    action('api-key', commands.apiKey, () => section('api-keys', { do: 'new-key' })),
    action('webhooks', commands.webhooks, () => section('webhooks')),
    action('usage', commands.usage, () => section('tenant')),
    action('api-docs', commands.apiDocs, () => window.open(API_DOCS, '_blank', 'noopener')),
    action('keys', commands.keys, showKeys, '?'),
    action('tour', frame.showTour, () => beginTour()),
    ...choices('theme', frame.theme, themes, THEME_WORDS),
    ...choices('language', frame.language, languages),
    ...choices('tenant', frame.switchTenant, tenants),
    action('sign-out', frame.signOut, () => void signOut()),
  ];
}
