import type { JsonObject } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldProps } from '../field-props.ts';
import { useFieldTarget } from '../field-targets.ts';
import { useForm } from '../form-context.ts';
import { fieldNameIn, shownValueOf } from '../reference.ts';
import { typeOfValue } from '../value-type.ts';
import { AssignmentRow } from './assignment-row.tsx';
import { doubles } from './doubles.ts';
import { DropZone } from './drop-zone.tsx';
import { useEntryKeys } from './entry-keys.ts';
import { useEntryFocus } from './focus-new.ts';
import { SortableEntry } from './sortable-entry.tsx';
import { entriesOf } from './structured.ts';

const NEW: JsonObject = { name: '', value: '', type: 'string' };
/** Shown while there is none yet, to be filled in; it is kept once something is in it. */
const FIRST: readonly JsonObject[] = [NEW];
const isBlank = (entry: JsonObject | undefined) => entry?.name === '' && entry.value === '';

/** Fields that are set: a name, a type and a value each. A field that is dropped here becomes one more. */
export function AssignmentsField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly, expressions } = useForm();
  const kept = entriesOf(value) as readonly JsonObject[];
  const entries = kept.length === 0 && !readOnly ? FIRST : kept;
  const keys = useEntryKeys(entries);
  const { list, focusNext, focusLast, onEnter } = useEntryFocus(entries.length);
  const double = doubles(entries.map(({ name }) => name));
  const add = () => {
    if (isBlank(entries.at(-1))) return focusLast();
    focusNext();
    onChange([...entries, { ...NEW }]);
  };
  const latest = useRef({ entries, onChange });
  latest.current = { entries, onChange };
  const take = async (text: string) => {
    const type = typeOfValue(await shownValueOf(text, expressions)) ?? 'any';
    const { entries: all, onChange: change } = latest.current;
    const before = isBlank(all.at(-1)) ? all.slice(0, -1) : all;
    change([...before, { name: fieldNameIn(text) ?? '', value: text, type }]);
  };
  useFieldTarget(
    `${path}.new`,
    `${parameter.label}: ${panel.addField}`,
    readOnly ? undefined : (expression) => void take(`={{ ${expression} }}`),
  );
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      {parameter.description && <p className="mb-2 text-sm text-muted">{parameter.description}</p>}
      <DropZone onDrop={readOnly ? undefined : (text) => void take(text)}>
        {(dropping) => (
          <>
            <ol ref={list} className="flex flex-col gap-2">
              {entries.map((entry, index) => (
                <SortableEntry
                  key={keys[index]}
                  list={entries}
                  index={index}
                  name={String(entry.name || panel.entry)}
                  readOnly={readOnly}
                  fixed={kept.length === 0}
                  onChange={onChange}
                  onKeyDown={(event) => onEnter(event, index, readOnly || isBlank(entry) ? undefined : add)}
                >
                  <AssignmentRow
                    entry={entry}
                    path={`${path}[${index}]`}
                    isDouble={double.has(entry.name)}
                    onChange={(next) => onChange(entries.with(index, next))}
                  />
                </SortableEntry>
              ))}
            </ol>
            {!readOnly && (
              <Button className="mt-2" icon={<Plus size={14} />} onClick={add}>
                {dropping ? panel.dropField : panel.addField}
              </Button>
            )}
          </>
        )}
      </DropZone>
    </fieldset>
  );
}
