import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/field.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { CredentialIcon } from './credential-icon.tsx';
import { useCredentialTypes } from './credentials.queries.ts';

interface Props {
  /** Those that may be picked; all when left out. */
  types?: readonly string[];
  onPick(type: string): void;
  onClose(): void;
}

/** Asks which type a new credential is of. */
export function CredentialTypePicker({ types: allowed, onPick, onClose }: Props) {
  const { credentials } = useTexts();
  const { data, error, refetch } = useCredentialTypes();
  const types = data?.filter(({ type }) => !allowed || allowed.includes(type));
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fitting = (types ?? []).filter(({ label, type, summary }) =>
    `${label} ${type} ${summary}`.toLowerCase().includes(wanted),
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={credentials.pickTitle} size="medium">
      <form
        className="flex flex-col gap-3 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (fitting[0]) onPick(fitting[0].type);
        }}
      >
        <Input
          autoFocus
          type="search"
          value={typed}
          aria-label={credentials.pickSearch}
          placeholder={credentials.pickSearch}
          onChange={(event) => setTyped(event.target.value)}
        />
        {error && !types ? (
          <ErrorState fault={error} onRetry={() => void refetch()} />
        ) : !types ? (
          <Skeleton rows={5} />
        ) : fitting.length === 0 ? (
          <p role="status" className="py-6 text-center text-muted">
            {credentials.pickNone}
          </p>
        ) : (
          <ul className="flex flex-col gap-0.5">
            {fitting.map(({ type, label, summary, icon }) => (
              <li key={type}>
                <button
                  type="button"
                  onClick={() => onPick(type)}
                  className="flex w-full items-center gap-3 rounded-control p-2 text-start hover:bg-sunken"
                >
                  <CredentialIcon icon={icon} />
                  <span className="min-w-0">
                    <span className="block font-medium">{label}</span>
                    <span className="block text-sm text-muted">{summary}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Dialog>
  );
}
