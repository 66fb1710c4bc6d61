import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../texts/texts.ts';
import type { Entry } from './told-changes.ts';

/** Where each kind of thing is seen. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  workflow: (id) => `/workflows/${id}`,
  execution: (id) => `/executions/${id}`,
  credential: (id) => `/credentials?open=${id}`,
  folder: (id) => `/workflows?folder=${id}`,
  schedule: () => '/schedules',
  user: () => '/settings/members',
  invitation: () => '/settings/members',
  apiKey: () => '/settings/api-keys',
};

/** What an entry is of, by its name; leads there where it is still there. */
export function TargetLink({ target: { type, id, name, isThere } }: Pick<Entry, 'target'>) {
  const { access } = useTexts();
  if (name === null) return null;
  const to = isThere && PLACES[type]?.(id);
  if (!to) {
    return (
      <span className="font-medium">
        {name} {!isThere && <span className="font-normal text-faint">({access.gone})</span>}
      </span>
    );
  }
  return (
    <Link to={to} className="font-medium hover:underline">
      {name}
    </Link>
  );
}
