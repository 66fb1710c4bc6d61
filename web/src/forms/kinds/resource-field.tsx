import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Input } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';
import { useChoices } from './options-field.tsx';

/** A thing that is picked from a list, or named by its id, address or name. */
export function ResourceField({ parameter, path, value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const [search, setSearch] = useState('');
  const { choices, isLoading, isFetching, fault } = useChoices(parameter, path, search);
  const resource = objectOf(value);
  const modes = parameter.modes ?? ['id'];
  const mode = String(resource.mode ?? modes[0]);
  const names = { list: panel.fromList, id: panel.byId, url: panel.byUrl, name: panel.byName };
  const current = String(resource.value ?? '');
  const labelOf = (wanted: string) => choices.find((choice) => String(choice.value) === wanted)?.label;
  return (
    <>
      <div className="flex gap-2">
        {modes.length > 1 && (
          <Select
            aria-label={`${parameter.label}: ${panel.choose}`}
            className="!w-36 shrink-0"
            value={mode}
            disabled={readOnly}
            options={modes.map((each) => ({ value: each, label: names[each] }))}
            onChange={(next) => onChange({ mode: next, value: '' })}
          />
        )}
        {mode === 'list' ? (
          <Combobox
            {...control}
            aria-label={parameter.label}
            value={current}
            shown={labelOf(current) ?? String(resource.cachedName ?? current)}
            options={choices.map((choice) => ({ ...choice, value: String(choice.value) }))}
            busy={isFetching}
            disabled={readOnly}
            placeholder={isLoading ? panel.loadingChoices : panel.choose}
            onSearch={setSearch}
            onChange={(next) => onChange({ mode, value: next, cachedName: labelOf(next) ?? next })}
          />
        ) : (
          <Input
            {...control}
            value={current}
            readOnly={readOnly}
            placeholder={parameter.placeholder}
            onChange={(event) => onChange({ mode, value: event.target.value })}
          />
        )}
      </div>
      {mode === 'list' && fault && <p className="mt-1 text-sm text-bad">{fault.message}</p>}
    </>
  );
}
