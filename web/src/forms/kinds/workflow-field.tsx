import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { Select } from '../../ui/select.tsx';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';

const MOST = 200;

/** Another workflow of this tenant. */
export function WorkflowField({ value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const id = String(objectOf(value).id ?? '');
  const { data } = useQuery({
    queryKey: ['workflows', 'choices'],
    queryFn: () => unwrap(api.GET('/api/v1/workflows', { params: { query: { limit: MOST } } })),
  });
  const options = (data?.items ?? []).map((each) => ({ value: each.id, label: each.name }));
  if (id && data && !options.some((each) => each.value === id)) options.push({ value: id, label: id });
  return (
    <>
      <Select
        {...control}
        value={id}
        options={options}
        placeholder={panel.choose}
        disabled={readOnly}
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
