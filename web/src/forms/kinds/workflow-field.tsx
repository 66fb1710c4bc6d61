import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { Combobox } from '../../ui/combobox.tsx';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';

/** As many as one looks through; typing finds the others. */
const MOST = 50;

/** Another workflow of this tenant. */
export function WorkflowField({ parameter, value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const id = String(objectOf(value).id ?? '');
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['workflows', 'choices', search],
    queryFn: () =>
      unwrap(api.GET('/api/v1/workflows', { params: { query: { limit: MOST, ...(search ? { search } : {}) } } })),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }));
  const listed = options.find((each) => each.value === id)?.label;
  const chosen = useQuery({
    queryKey: ['workflows', 'name', id],
    enabled: id !== '' && found.isFetched && listed === undefined,
    retry: false,
    queryFn: async () => (await unwrap(api.GET('/api/v1/workflows/{id}', { params: { path: { id } } }))).name,
  });
  return (
    <>
      <Combobox
        {...control}
        aria-label={parameter.label}
        value={id}
        // One that is not there any more is shown by its id, and not lost.
        shown={listed ?? chosen.data ?? id}
        options={options}
        busy={found.isFetching}
        more={Boolean(found.data?.nextCursor)}
        placeholder={panel.choose}
        disabled={readOnly}
        onSearch={setSearch}
        onChange={(next) => onChange({ id: next })}
      />
      {id && (
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId: id }}
          search={{}}
          className="mt-1 inline-block text-sm text-accent underline"
        >
          {panel.openWorkflow}
        </Link>
      )}
    </>
  );
}
