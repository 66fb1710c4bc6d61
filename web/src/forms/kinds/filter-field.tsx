import type { JsonObject } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { FieldProps } from '../field-props.ts';
import { useFieldTarget } from '../field-targets.ts';
import { useForm } from '../form-context.ts';
import { shownValueOf } from '../reference.ts';
import { ConditionRow } from './condition-row.tsx';
import { conditionOn, isUntouched, NEW_CONDITION } from './conditions.ts';
import { DropZone } from './drop-zone.tsx';
import { useEntryKeys } from './entry-keys.ts';
import { FilterOptions } from './filter-options.tsx';
import { useEntryFocus } from './focus-new.ts';
import { objectOf } from './object-of.ts';
import { SortableEntry } from './sortable-entry.tsx';
import { entriesOf } from './structured.ts';

/** Shown while there is none yet, to be filled in; it is kept once something is in it. */
const FIRST: JsonObject[] = [NEW_CONDITION];

/** Conditions: values that are compared, and whether all of them or one has to hold. */
export function FilterField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly, expressions } = useForm();
  const filter = objectOf(value);
  const kept = entriesOf(filter.conditions) as JsonObject[];
  const conditions = kept.length === 0 && !readOnly ? FIRST : kept;
  const keys = useEntryKeys(conditions);
  const { list, focusNext, focusLast, onEnter } = useEntryFocus(conditions.length);
  const set = (change: JsonObject) => onChange({ combinator: 'and', conditions: kept, ...filter, ...change });
  const setAll = (next: JsonObject[]) => set({ conditions: next });
  const isBlank = (condition: JsonObject | undefined) => condition !== undefined && isUntouched(condition);
  const add = () => {
    if (isBlank(conditions.at(-1))) return focusLast();
    focusNext();
    setAll([...conditions, structuredClone(NEW_CONDITION)]);
  };
  const latest = useRef({ conditions, setAll });
  latest.current = { conditions, setAll };
  const take = async (text: string) => {
    const shown = await shownValueOf(text, expressions);
    const { conditions: all, setAll: change } = latest.current;
    change([...(isBlank(all.at(-1)) ? all.slice(0, -1) : all), conditionOn(text, shown)]);
  };
  useFieldTarget(
    `${path}.new`,
    `${parameter.label}: ${panel.addCondition}`,
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
              {conditions.map((condition, index) => (
                <SortableEntry
                  key={keys[index]}
                  list={conditions}
                  index={index}
                  name={panel.condition(index + 1)}
                  readOnly={readOnly}
                  fixed={kept.length === 0}
                  onChange={setAll}
                  onKeyDown={(event) => onEnter(event, index, readOnly || isBlank(condition) ? undefined : add)}
                >
                  <ConditionRow
                    condition={condition}
                    name={panel.condition(index + 1)}
                    path={`${path}.conditions[${index}]`}
                    onChange={(next) => setAll(conditions.with(index, next))}
                  />
                </SortableEntry>
              ))}
            </ol>
            <div className="mt-2 flex flex-wrap items-center gap-2">
              {!readOnly && (
                <Button icon={<Plus size={14} />} onClick={add}>
                  {dropping ? panel.dropField : panel.addCondition}
                </Button>
              )}
              {conditions.length > 1 && (
                <Select
                  aria-label={panel.combine}
                  className="!w-auto"
                  value={filter.combinator === 'or' ? 'or' : 'and'}
                  disabled={readOnly}
                  options={[
                    { value: 'and', label: panel.and },
                    { value: 'or', label: panel.or },
                  ]}
                  onChange={(combinator) => set({ combinator })}
                />
              )}
            </div>
          </>
        )}
      </DropZone>
      <FilterOptions filter={filter} onChange={set} />
    </fieldset>
  );
}
