import type { JsonObject } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';
import { SortableEntry } from './sortable-entry.tsx';
import { entriesOf } from './structured.ts';

/** A list of groups of fields. */
export function ListField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly, parts } = useForm();
  const { FieldSet } = parts;
  const entries = entriesOf(value);
  const name = parameter.itemLabel ?? panel.entry;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      {parameter.description && <p className="mb-2 text-sm text-muted">{parameter.description}</p>}
      <ol className="flex flex-col gap-2">
        {entries.map((entry, index) => (
          <SortableEntry
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own
            key={index}
            list={entries}
            index={index}
            name={`${name} ${index + 1}`}
            readOnly={readOnly}
            onChange={onChange}
          >
            <div className="min-w-0 flex-1">
              <FieldSet
                parameters={parameter.fields ?? {}}
                values={objectOf(entry)}
                onChange={(next: JsonObject) => onChange(entries.with(index, next))}
                path={`${path}[${index}].`}
              />
            </div>
          </SortableEntry>
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
