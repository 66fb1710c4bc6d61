import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../texts/format.ts';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { CredentialDialog } from './credential-dialog.tsx';
import { credentialsQuery, useCredentialTypes } from './credentials.queries.ts';
import { useTestOutcomes } from './test-outcomes.ts';

const NONE = '\u0000none';
const NEW = '\u0000new';

interface Props {
  type: string;
  required: boolean;
  /** What the node names: an id once one was picked; an import knows the name alone. */
  value: { id?: string; name?: string } | undefined;
  onChange(value: { id: string; name: string } | undefined): void;
  readOnly: boolean;
}

/** Which credential of a type a node uses: picked, or made in place. */
export function CredentialPicker({ type, required, value, onChange, readOnly }: Props) {
  const { panel } = useTexts();
  const format = useFormat();
  const types = useCredentialTypes().data;
  const { data: all, error } = useQuery(credentialsQuery);
  const [dialog, setDialog] = useState<{ id?: string }>();
  const fitting = (all ?? []).filter((each) => each.type === type);
  // An import knows the name alone.
  const chosen = fitting.find(({ id, name }) => (value?.id ? id === value.id : name === value?.name));
  const outcome = useTestOutcomes(({ outcomes }) => outcomes[chosen?.id ?? '']);
  const fault =
    error?.message ??
    (all && value && !chosen ? panel.credentialLost(value.name ?? value.id ?? '') : undefined) ??
    (all && required && !value ? panel.credentialMissing : undefined);
  const label = types?.find((each) => each.type === type)?.label ?? type;
  const options = [
    ...(required ? [] : [{ value: NONE, label: panel.noCredential }]),
    ...fitting.map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW, label: panel.newCredential },
  ];
  return (
    <Field
      label={`${panel.credential}: ${label}`}
      aside={
        outcome && (
          <span className={outcome.ok ? 'text-ok' : 'text-bad'} title={outcome.message}>
            {outcome.ok ? panel.works(format.ago(outcome.at)) : panel.fails(format.ago(outcome.at))}
          </span>
        )
      }
      error={fault}
    >
      {(control) => (
        <div className="flex gap-1">
          <Select
            {...control}
            value={chosen?.id ?? (required || value ? '' : NONE)}
            options={options}
            placeholder={panel.pickCredential}
            disabled={readOnly}
            onChange={(next) => {
              if (next === NEW) return setDialog({});
              const found = fitting.find(({ id }) => id === next);
              onChange(found && { id: found.id, name: found.name });
            }}
          />
          {chosen && !readOnly && (
            <IconButton label={panel.editCredential} onClick={() => setDialog({ id: chosen.id })}>
              <Pencil size={14} />
            </IconButton>
          )}
          {dialog && (
            <CredentialDialog
              type={type}
              id={dialog.id}
              onClose={() => setDialog(undefined)}
              onSaved={(saved) => onChange({ id: saved.id, name: saved.name })}
            />
          )}
        </div>
      )}
    </Field>
  );
}
