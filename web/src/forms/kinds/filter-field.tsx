import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/toggle.tsx';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';
import { isUnary, OPERATORS, type Operation, type OperatorType, secondKind } from './operators.ts';
import { SortableEntry } from './sortable-entry.tsx';
import { ValueField } from './value-field.tsx';

const NEW = { left: '', operator: { type: 'string', operation: 'equals' }, right: '' };

/** Conditions: values that are compared, and whether all of them or one has to hold. */
export function FilterField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const filter = objectOf(value);
  const conditions = (Array.isArray(filter.conditions) ? filter.conditions : []) as JsonObject[];
  const set = (change: JsonObject) => onChange({ combinator: 'and', conditions, ...filter, ...change });
  const operators = Object.entries(OPERATORS).flatMap(([type, operations]) =>
    operations.map((operation) => ({
      value: `${type}.${operation}`,
      label: `${panel.types[type as OperatorType]}: ${panel.operations[operation as Operation]}`,
    })),
  );
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      <ol className="flex flex-col gap-2">
        {conditions.map((condition, index) => {
          const operator = objectOf(condition.operator);
          const type = (operator.type ?? 'string') as OperatorType;
          const operation = String(operator.operation ?? 'equals');
          const change = (part: JsonObject) => set({ conditions: conditions.with(index, { ...condition, ...part }) });
          const chosen = `${type}.${operation}`;
          const isKnown = operators.some((each) => each.value === chosen);
          return (
            <SortableEntry
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity of their own
              key={index}
              list={conditions}
              index={index}
              name={panel.condition(index + 1)}
              readOnly={readOnly}
              onChange={(next) => set({ conditions: next })}
            >
              <div className="flex min-w-0 flex-1 flex-col gap-2">
                <ValueField
                  label={panel.firstValue}
                  path={`${path}.conditions[${index}].left`}
                  kind="string"
                  value={condition.left}
                  onChange={(left) => change({ left: left ?? '' })}
                />
                <Select
                  aria-label={`${panel.operator}, ${panel.condition(index + 1)}`}
                  value={chosen}
                  disabled={readOnly}
                  options={isKnown ? operators : [...operators, { value: chosen, label: chosen }]}
                  onChange={(next) => {
                    const [nextType = 'string', nextOperation = 'equals'] = next.split('.');
                    change({ operator: { type: nextType, operation: nextOperation } });
                  }}
                />
                {!isUnary(operation) && (
                  <ValueField
                    label={panel.secondValue}
                    path={`${path}.conditions[${index}].right`}
                    kind={secondKind(type, operation)}
                    value={condition.right as JsonValue | undefined}
                    onChange={(right) => change({ right: right ?? '' })}
                  />
                )}
              </div>
            </SortableEntry>
          );
        })}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {!readOnly && (
          <Button icon={<Plus size={14} />} onClick={() => set({ conditions: [...conditions, structuredClone(NEW)] })}>
            {panel.addCondition}
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
      <div className="mt-3 flex items-center justify-between gap-2">
        <span>{panel.caseSensitive}</span>
        <Switch
          aria-label={panel.caseSensitive}
          checked={filter.caseSensitive !== false}
          disabled={readOnly}
          onChange={(caseSensitive) => set({ caseSensitive })}
        />
      </div>
      <div className="mt-2 flex items-center justify-between gap-2">
        <span>{panel.looseTypes}</span>
        <Switch
          aria-label={panel.looseTypes}
          checked={filter.typeValidation === 'loose' || filter.typeValidation === 'none'}
          disabled={readOnly}
          onChange={(loose) => set({ typeValidation: loose ? 'loose' : 'strict' })}
        />
      </div>
    </fieldset>
  );
}
