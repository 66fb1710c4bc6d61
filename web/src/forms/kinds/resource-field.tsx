import { useTexts } from '../../texts/texts.ts';
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
  const { choices, isLoading } = useChoices(parameter, path);
  const resource = objectOf(value);
  const modes = parameter.modes ?? ['id'];
  const mode = String(resource.mode ?? modes[0]);
  const names = { list: panel.fromList, id: panel.byId, url: panel.byUrl, name: panel.byName };
  const current = String(resource.value ?? '');
  return (
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
        <Select
          {...control}
          value={current}
          disabled={readOnly}
          placeholder={isLoading ? panel.loadingChoices : panel.choose}
          options={[
            ...choices.map((choice) => ({ value: String(choice.value), label: choice.label })),
            ...(current && !choices.some((choice) => String(choice.value) === current)
              ? [{ value: current, label: String(resource.cachedName ?? current) }]
              : []),
          ]}
          onChange={(next) =>
            onChange({
              mode,
              value: next,
              cachedName: choices.find((each) => String(each.value) === next)?.label ?? next,
            })
          }
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
  );
}
