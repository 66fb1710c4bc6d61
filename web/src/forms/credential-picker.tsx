import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { components } from '../api/schema.d.ts';
import { useFormat } from '../texts/format.ts';
import { useNameOrder } from '../texts/name-order.ts';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { CredentialDialog } from './credential-dialog.tsx';
import { CredentialState } from './credential-state.tsx';
import { CredentialTypePicker } from './credential-type-picker.tsx';
import { credentialQuery, credentialsQuery, useCredentialTypes } from './credentials.queries.ts';

const NONE = '\u0000none';
const NEW = '\u0000new';
type Credential = components['schemas']['CredentialView'];

/** What was picked: a credential, and so its type. */
export interface PickedCredential {
  type: string;
  id: string;
  name: string;
}

interface Props {
  /** The types that fit. */
  types: readonly string[];
  required: boolean;
  /** The type that is used now; missing for none. */
  type: string | undefined;
  /** What the node names: an id once one was picked; an import knows the name alone. */
  value: { id?: string; name?: string } | undefined;
  onChange(value: PickedCredential | undefined): void;
  readOnly: boolean;
}

/** Which credential a node uses, of all that fit: found by name or type, or made in place. */
export function CredentialPicker({ types, required, type, value, onChange, readOnly }: Props) {
  const { panel, credentials } = useTexts();
  const format = useFormat();
  const order = useNameOrder();
  const declared = useCredentialTypes().data;
  const { data: all, error } = useQuery(credentialsQuery);
  const [search, setSearch] = useState('');
  /** What is being made or changed: a type once it is known. */
  const [dialog, setDialog] = useState<{ type?: string; id?: string; name?: string }>();
  const labelOf = (of: string) => declared?.find((each) => each.type === of)?.label ?? of;
  const fitting = (all ?? []).filter((each) => types.includes(each.type));
  const listed = fitting.find((each) => each.type === type && isNamed(each, value));
  // A tenant may have more than are listed.
  const other = useQuery({ ...credentialQuery(value?.id ?? ''), enabled: all !== undefined && !listed && !!value?.id });
  const chosen = listed ?? (other.data?.type === type ? other.data : undefined);
  const isLost = all !== undefined && value !== undefined && !chosen && !other.isLoading;
  const isMissing = all !== undefined && !value && (required || type !== undefined);
  const fault =
    error?.message ??
    (isLost ? panel.credentialLost(value.name ?? value.id ?? '') : isMissing ? panel.credentialMissing : undefined);

  const stateOf = ({ proof }: Credential) =>
    proof ? `${proof.ok ? credentials.works : credentials.fails}, ${format.ago(proof.at)}` : credentials.untried;
  const wanted = search.toLowerCase();
  const options = [
    ...(required || wanted ? [] : [{ value: NONE, label: panel.noCredential }]),
    ...fitting
      .filter((each) => `${each.name} ${labelOf(each.type)}`.toLowerCase().includes(wanted))
      .sort((one, other) => order(one.name, other.name))
      .map((each) => ({ value: each.id, label: each.name, description: `${labelOf(each.type)} · ${stateOf(each)}` })),
    { value: NEW, label: panel.newCredential },
  ];
  const take = (next: string) => {
    if (next === NEW) return setDialog({ ...(types.length === 1 ? { type: types[0] } : {}), ...nameOf(search) });
    const found = fitting.find(({ id }) => id === next);
    return onChange(found && { type: found.type, id: found.id, name: found.name });
  };
  return (
    <Field
      label={types.length === 1 ? `${panel.credential}: ${labelOf(types[0] ?? '')}` : panel.credential}
      aside={chosen && <CredentialState proof={chosen.proof} />}
      hint={chosen && types.length > 1 ? labelOf(chosen.type) : undefined}
      error={fault}
    >
      {(control) => (
        <div className="flex gap-1">
          <Combobox
            {...control}
            value={chosen?.id ?? (required || value || type ? '' : NONE)}
            shown={chosen?.name ?? (required || value || type ? '' : panel.noCredential)}
            options={options}
            placeholder={panel.pickCredential}
            disabled={readOnly}
            local
            onSearch={setSearch}
            onChange={take}
          />
          {chosen && !readOnly && (
            <IconButton label={panel.editCredential} onClick={() => setDialog({ type: chosen.type, id: chosen.id })}>
              <Pencil size={14} />
            </IconButton>
          )}
          {dialog && dialog.type === undefined && (
            <CredentialTypePicker
              types={types}
              onPick={(picked) => setDialog({ ...dialog, type: picked })}
              onClose={() => setDialog(undefined)}
            />
          )}
          {dialog?.type !== undefined && (
            <CredentialDialog
              key={dialog.type}
              type={dialog.type}
              id={dialog.id}
              name={dialog.name}
              onClose={() => setDialog(undefined)}
              onSaved={(saved) => onChange({ type: saved.type, id: saved.id, name: saved.name })}
            />
          )}
        </div>
      )}
    </Field>
  );
}

/** What was looked for and not found is what a new one may be called. */
const nameOf = (search: string) => (search === '' ? {} : { name: search });

const isNamed = ({ id, name }: Credential, value: { id?: string; name?: string } | undefined): boolean =>
  value !== undefined && (value.id ? id === value.id : name === value.name);
