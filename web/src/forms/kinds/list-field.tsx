import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { doubles } from './doubles.ts';
import { useEntryKeys } from './entry-keys.ts';
import { useEntryFocus } from './focus-new.ts';
import { objectOf } from './object-of.ts';
import { SortableEntry } from './sortable-entry.tsx';
import { entriesOf } from './structured.ts';

/** Shown while there is none yet, to be filled in; it is kept once something is in it. */
const FIRST: readonly JsonValue[] = [{}];
const isBlank = (entry: JsonValue | undefined) => entry !== undefined && Object.keys(objectOf(entry)).length === 0;

/** A list of groups of fields. */
export function ListField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly, parts } = useForm();
  const { FieldSet } = parts;
  const kept = entriesOf(value);
  const isFirst = kept.length === 0 && parameter.opened === true && !readOnly;
  const entries = isFirst ? FIRST : kept;
  const keys = useEntryKeys(entries);
  const { list, focusNext, focusLast, onEnter } = useEntryFocus(entries.length);
  const name = parameter.itemLabel ?? panel.entry;
  const { unique } = parameter;
  const double = doubles(unique === undefined ? [] : entries.map((entry) => objectOf(entry)[unique]));
  const add = () => {
    if (isBlank(entries.at(-1))) return focusLast();
    focusNext();
    onChange([...entries, {}]);
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      {parameter.description && <p className="mb-2 text-sm text-muted">{parameter.description}</p>}
      <ol ref={list} className="flex flex-col gap-2">
        {entries.map((entry, index) => {
          const values = objectOf(entry);
          const called = unique === undefined ? undefined : values[unique];
          return (
            <SortableEntry
              key={keys[index]}
              list={entries}
              index={index}
              name={`${name} ${index + 1}`}
              readOnly={readOnly}
              fixed={isFirst}
              onChange={onChange}
              onKeyDown={(event) => onEnter(event, index, readOnly || isBlank(entry) ? undefined : add)}
            >
              <div className="min-w-0 flex-1">
                <FieldSet
                  parameters={parameter.fields ?? {}}
                  values={values}
                  onChange={(next: JsonObject) => onChange(entries.with(index, next))}
                  path={`${path}[${index}].`}
                />
                {double.has(called) && (
                  <p role="status" className="mt-1 text-sm text-warn">
                    {panel.doubleName(String(called))}
                  </p>
                )}
              </div>
            </SortableEntry>
          );
        })}
      </ol>
      {!readOnly && (
        <Button className="mt-2" icon={<Plus size={14} />} onClick={add}>
          {panel.addEntry(name)}
        </Button>
      )}
    </fieldset>
  );
}
