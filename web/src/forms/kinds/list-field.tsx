import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { EntryButtons } from './entry-buttons.tsx';
import { objectOf } from './object-of.ts';

/** A list of groups of fields. */
export function ListField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly, parts } = useForm();
  const { FieldSet } = parts;
  const entries = (Array.isArray(value) ? value : []) as JsonValue[];
  const name = parameter.itemLabel ?? panel.entry;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      {parameter.description && <p className="mb-2 text-sm text-muted">{parameter.description}</p>}
      <ol className="flex flex-col gap-2">
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own
          <li key={index} className="flex items-start gap-1 rounded-card border border-line p-3">
            <div className="min-w-0 flex-1">
              <FieldSet
                parameters={parameter.fields ?? {}}
                values={objectOf(entry)}
                onChange={(next: JsonObject) => onChange(entries.with(index, next))}
                path={`${path}[${index}].`}
              />
            </div>
            {!readOnly && (
              <EntryButtons list={entries} index={index} name={`${name} ${index + 1}`} onChange={onChange} />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button className="mt-2" icon={<Plus size={14} />} onClick={() => onChange([...entries, {}])}>
          {panel.addEntry(name)}
        </Button>
      )}
    </fieldset>
  );
}
