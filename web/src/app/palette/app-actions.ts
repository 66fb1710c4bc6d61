import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts.ts';
import { useAccount } from '../account.ts';
import { beginTour } from '../tour/tour-store.ts';
import type { PaletteAction } from './palette-actions.ts';

/** What can be done from every page. */
export function useAppActions(): readonly PaletteAction[] {
  const { frame } = useTexts();
  const { themes, languages, tenants, signOut } = useAccount();
  const navigate = useNavigate();
  const choices = (id: string, verb: string, items: typeof themes): PaletteAction[] =>
    items
      .filter(({ checked }) => !checked)
      .map(({ label, run }) => ({ id: `${id} ${label}`, label: `${verb}: ${label}`, run }));
  return [
    {
      id: 'new',
      label: frame.newWorkflow,
      run: () => void navigate({ to: '/workflows/$workflowId', params: { workflowId: 'new' } }),
    },
    {
      id: 'import',
      label: frame.importWorkflows,
      keywords: ['n8n'],
      run: () => void navigate({ to: '/workflows', search: { do: 'import' } }),
    },
    { id: 'tour', label: frame.showTour, run: () => beginTour() },
    ...choices('theme', frame.theme, themes),
    ...choices('language', frame.language, languages),
    ...choices('tenant', frame.switchTenant, tenants),
    { id: 'sign-out', label: frame.signOut, run: () => void signOut() },
  ];
}
