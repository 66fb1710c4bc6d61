import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ExternalLink, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { type CallKind, callableQuery, calledQuery } from './callable.queries.ts';

interface Props {
  kind: CallKind;
  /** The id of the chosen one; empty for none. */
  value: string;
  onChange(id: string): void;
  label: string;
  control: { id: string; 'aria-describedby'?: string };
  /** The workflow that calls. */
  by: string | undefined;
  readOnly: boolean;
  /** What stands for none, where none can be chosen. */
  none?: string;
  /** Makes one, and gives its id. */
  create(): Promise<string>;
}

/** A workflow that is called: those that can be are offered, and one can be made; the chosen one is opened beside. */
export function CallablePicker({ kind, value, onChange, label, control, by, readOnly, none, create }: Props) {
  const { panel } = useTexts();
  const queries = useQueryClient();
  const [search, setSearch] = useState('');
  const [making, setMaking] = useState(false);
  const [failed, setFailed] = useState(false);
  const found = useQuery(callableQuery(kind, by, search));
  const called = useQuery(calledQuery(kind, by, value));
  const options = (found.data?.items ?? []).map((each) => ({
    value: each.id,
    label: each.name,
    description: each.live ? undefined : panel.calledDraft,
  }));
  const make = async () => {
    setMaking(true);
    setFailed(false);
    try {
      const id = await create();
      onChange(id);
      await queries.invalidateQueries({ queryKey: ['workflows'] });
      window.open(`/workflows/${id}`, '_blank', 'noopener');
    } catch {
      setFailed(true);
    } finally {
      setMaking(false);
    }
  };
  const isGone = value !== '' && called.data === null;
  const refusal = called.data?.refusal;
  const fault = isGone ? panel.calledGone : refusal ? panel.calledRefusals[kind][refusal] : undefined;
  return (
    <>
      <Combobox
        {...control}
        aria-label={label}
        value={value}
        // One that is not there any more is shown by its id, and not lost.
        shown={value === '' ? '' : (called.data?.name ?? value)}
        options={none === undefined || search ? options : [{ value: '', label: none }, ...options]}
        busy={found.isFetching}
        more={Boolean(found.data?.nextCursor)}
        placeholder={none ?? panel.choose}
        disabled={readOnly}
        onSearch={setSearch}
        onChange={onChange}
      />
      {fault && (
        <p role="status" className="mt-1 text-sm text-warn">
          {fault}
        </p>
      )}
      {failed && (
        <p role="alert" className="mt-1 text-sm text-bad">
          {panel.calledNotMade}
        </p>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-3">
        {value && !isGone && (
          <a
            href={`/workflows/${encodeURIComponent(value)}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 text-sm text-accent underline"
          >
            {panel.openWorkflow}
            <ExternalLink size={12} aria-hidden="true" />
          </a>
        )}
        {!readOnly && (
          <Button look="quiet" icon={<Plus size={14} />} disabled={making} onClick={() => void make()}>
            {panel.createCalled[kind]}
          </Button>
        )}
      </div>
    </>
  );
}
