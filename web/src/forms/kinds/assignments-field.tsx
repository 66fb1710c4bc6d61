import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Input } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Parameter } from '../declaration.ts';
import { droppedExpression, FIELD_MIME } from '../dropped-field.ts';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { SortableEntry } from './sortable-entry.tsx';
import { ValueField } from './value-field.tsx';

const TYPES = ['string', 'number', 'boolean', 'array', 'object', 'any'] as const;
const KINDS: Record<string, Parameter['kind']> = {
  number: 'number',
  boolean: 'boolean',
  array: 'json',
  object: 'json',
  any: 'any',
};

/** Fields that are set: a name, a type and a value each. A field that is dropped here becomes one more. */
export function AssignmentsField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const [dropping, setDropping] = useState(false);
  const entries = (Array.isArray(value) ? value : []) as JsonObject[];
  const drop = (event: DragEvent) => {
    setDropping(false);
    const text = droppedExpression(event.dataTransfer);
    if (!text || readOnly) return;
    event.preventDefault();
    const name = /([\w$]+)(?:"\])?\s*\}\}$/.exec(text)?.[1] ?? '';
    onChange([...entries, { name, value: `=${text}`, type: 'any' }]);
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      {parameter.description && <p className="mb-2 text-sm text-muted">{parameter.description}</p>}
      <ol className="flex flex-col gap-2">
        {entries.map((entry, index) => {
          const set = (part: JsonObject) => onChange(entries.with(index, { ...entry, ...part }));
          const type = String(entry.type ?? 'string');
          const name = String(entry.name ?? '');
          return (
            <SortableEntry
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own
              key={index}
              list={entries}
              index={index}
              name={name || panel.entry}
              readOnly={readOnly}
              onChange={onChange}
            >
              <div className="flex min-w-0 flex-1 flex-col gap-2">
                <div className="flex gap-2">
                  <Input
                    aria-label={panel.fieldName}
                    placeholder={panel.fieldName}
                    value={name}
                    readOnly={readOnly}
                    spellCheck={false}
                    onChange={(event) => set({ name: event.target.value })}
                  />
                  <Select
                    aria-label={`${panel.fieldType}: ${name}`}
                    className="!w-28 shrink-0"
                    value={type}
                    disabled={readOnly}
                    options={[...TYPES, ...(TYPES.includes(type as never) ? [] : [type])].map((each) => ({
                      value: each,
                      label: panel.types[each as keyof typeof panel.types] ?? each,
                    }))}
                    onChange={(next) => set({ type: next })}
                  />
                </div>
                <ValueField
                  label={panel.fieldValue}
                  path={`${path}[${index}].value`}
                  kind={KINDS[type] ?? 'string'}
                  value={entry.value as JsonValue | undefined}
                  onChange={(next) => set({ value: next ?? '' })}
                />
              </div>
            </SortableEntry>
          );
        })}
      </ol>
      {!readOnly && (
        // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be added by the button and pasted too
        <div
          className={classNames('mt-2 rounded-card', dropping && 'outline-2 outline-accent outline-dashed')}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(FIELD_MIME)) return;
            event.preventDefault();
            setDropping(true);
          }}
          onDragLeave={() => setDropping(false)}
          onDrop={drop}
        >
          <Button
            icon={<Plus size={14} />}
            onClick={() => onChange([...entries, { name: '', value: '', type: 'string' }])}
          >
            {dropping ? panel.dropField : panel.addField}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
