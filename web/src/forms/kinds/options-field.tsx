import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import type { Choice } from '../declaration.ts';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { SegmentsField } from './segments-field.tsx';

/** Radix takes no empty value; this stands for it. */
const EMPTY = '\u0000';
const keyOf = (value: unknown): string => (value === '' ? EMPTY : `${typeof value}:${String(value)}`);

/** The choices of a parameter that fit a search: those declared, and those that the server looks up. */
export function useChoices(parameter: ControlProps['parameter'], path: string, search = '') {
  const { node, values } = useForm();
  const found = useQuery({
    queryKey: ['choices', node?.type, path, values, node?.credentials, search],
    enabled: parameter.load !== undefined && node !== undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { type = '', version = 1, credentials } = node ?? {};
      const body = {
        parameter: path.replace(/\[\d+\]/g, ''),
        parameters: values,
        credentials,
        version,
        ...(search ? { search } : {}),
      };
      const answer = await unwrap(
        api.POST('/api/v1/nodes/{type}/options', { params: { path: { type } }, body: body as never, signal }),
      );
      return answer.items;
    },
  });
  const wanted = search.toLowerCase();
  const declared = (parameter.choices ?? []).filter(({ label }) => label.toLowerCase().includes(wanted));
  const choices: readonly Choice[] = [...declared, ...(found.data ?? [])];
  return { choices, isLoading: found.isLoading, isFetching: found.isFetching, fault: found.error };
}

/** One of several. */
export function OptionsField({ parameter, path, value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const [search, setSearch] = useState('');
  const { choices, isLoading, isFetching, fault } = useChoices(parameter, path, search);
  const known = choices.some((choice) => choice.value === value);
  const options = choices.map((choice) => ({
    value: keyOf(choice.value),
    label: choice.label,
    description: choice.description,
  }));
  const take = (key: string) => {
    const choice = choices.find((each) => keyOf(each.value) === key);
    if (choice) onChange(choice.value as never);
  };
  const placeholder = isLoading ? panel.loadingChoices : panel.choose;
  if (parameter.load) {
    return (
      <>
        <Combobox
          {...control}
          aria-label={parameter.label}
          value={value === undefined ? '' : keyOf(value)}
          shown={choices.find((choice) => choice.value === value)?.label ?? String(value ?? '')}
          options={options}
          busy={isFetching}
          placeholder={placeholder}
          disabled={readOnly}
          onSearch={setSearch}
          onChange={take}
        />
        {fault && <p className="mt-1 text-sm text-bad">{fault.message}</p>}
      </>
    );
  }
  // What is chosen though it is not on offer (any more) is shown as it is, and not lost.
  if (!known && value !== undefined && value !== '')
    options.push({ value: keyOf(value), label: String(value), description: undefined });
  return (
    <Select
      {...control}
      value={known || value ? keyOf(value) : ''}
      options={options}
      placeholder={placeholder}
      disabled={readOnly}
      onChange={take}
    />
  );
}

/** Several of several, as chips; where that is usual, one of them by one click. */
export function MultiOptionsField(props: ControlProps) {
  return props.parameter.usuallyOne ? <SegmentsField {...props} /> : <ChipsField {...props} />;
}

function ChipsField({ parameter, path, value, onChange, control }: ControlProps) {
  const { panel, words } = useTexts();
  const { readOnly } = useForm();
  const { choices, isLoading } = useChoices(parameter, path);
  const chosen = Array.isArray(value) ? value : [];
  const labelOf = (each: unknown) => choices.find((choice) => choice.value === each)?.label ?? String(each);
  const left = choices.filter((choice) => !chosen.includes(choice.value as never));
  return (
    <div className="flex flex-col gap-1.5">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {chosen.map((each) => (
            <li key={keyOf(each)} className="inline-flex items-center rounded-control bg-sunken ps-2">
              {labelOf(each)}
              {!readOnly && (
                <IconButton
                  label={`${words.delete}: ${labelOf(each)}`}
                  className="!size-6"
                  onClick={() => onChange(chosen.filter((other) => other !== each))}
                >
                  <X size={12} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (left.length > 0 || isLoading) && (
        <Select
          {...control}
          value=""
          placeholder={isLoading ? panel.loadingChoices : panel.chooseSome}
          options={left.map((choice) => ({
            value: keyOf(choice.value),
            label: choice.label,
            description: choice.description,
          }))}
          onChange={(key) => {
            const choice = left.find((each) => keyOf(each.value) === key);
            if (choice) onChange([...chosen, choice.value as never]);
          }}
        />
      )}
    </div>
  );
}
