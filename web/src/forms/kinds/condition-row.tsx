import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { isExpressionText } from '../declaration.ts';
import { useForm } from '../form-context.ts';
import { shownValueOf } from '../reference.ts';
import { literalOf } from '../value-type.ts';
import { isUntouched, typeToCompare } from './conditions.ts';
import { objectOf } from './object-of.ts';
import { OperatorPicker } from './operator-picker.tsx';
import { isUnary, type OperatorType, operationFor, secondKind } from './operators.ts';
import { ValueField } from './value-field.tsx';

interface Props {
  condition: JsonObject;
  /** What it is called: "condition 2". */
  name: string;
  path: string;
  onChange(condition: JsonObject): void;
}

/**
 * Two values and what is asked of them. Until somebody chooses an operator, its type follows the first value as it is for
 * the shown item, or where that is not known, what is typed for the second.
 */
export function ConditionRow({ condition, name, path, onChange }: Props) {
  const { panel } = useTexts();
  const { readOnly, expressions } = useForm();
  const [follows, setFollows] = useState(() => isUntouched(condition));
  const [known, setKnown] = useState(false);
  const latest = useRef({ condition, onChange });
  latest.current = { condition, onChange };
  const operator = objectOf(condition.operator);
  const type = (operator.type ?? 'string') as OperatorType;
  const operation = String(operator.operation ?? 'equals');
  const set = (part: JsonObject) => {
    latest.current.condition = { ...latest.current.condition, ...part };
    latest.current.onChange(latest.current.condition);
  };
  const withType = (next: OperatorType | undefined): JsonObject => {
    const before = objectOf(latest.current.condition.operator);
    const asked = operationFor(next ?? 'string', String(before.operation ?? 'equals'));
    return next === undefined || next === before.type ? {} : { operator: { type: next, operation: asked } };
  };
  const setLeft = (next: JsonValue | undefined) => {
    const left = next ?? '';
    set({ left });
    if (!follows || !isExpressionText(left)) return;
    void shownValueOf(left, expressions).then((shown) => {
      if (latest.current.condition.left !== left) return;
      const found = typeToCompare(shown);
      setKnown(found !== undefined);
      const part = withType(found);
      if (Object.keys(part).length > 0) set(part);
    });
  };
  const setRight = (next: JsonValue | undefined) => {
    const right = next ?? '';
    if (typeof right !== 'string' || isExpressionText(right)) return set({ right });
    if (follows && !known) {
      const literal = literalOf(right);
      const isScalar = literal.type === 'number' || literal.type === 'boolean';
      const { type: meant, value } = isScalar ? literal : { type: 'string' as const, value: right };
      // Of booleans it is asked what they are equal to: there is a second value.
      return set({ right: value, operator: { type: meant, operation: meant === type ? operation : 'equals' } });
    }
    set({ right: secondKind(type, operation) === 'any' ? literalOf(right).value : right });
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <ValueField
        label={panel.firstValue}
        path={`${path}.left`}
        kind="string"
        value={condition.left}
        onChange={setLeft}
      />
      <OperatorPicker
        label={`${panel.operator}, ${name}`}
        type={type}
        operation={operation}
        disabled={readOnly}
        onChange={(nextType, nextOperation) => {
          setFollows(false);
          set({ operator: { type: nextType, operation: nextOperation } });
        }}
      />
      {!isUnary(operation) && (
        <ValueField
          label={panel.secondValue}
          path={`${path}.right`}
          kind={follows && !known ? 'string' : secondKind(type, operation)}
          value={condition.right as JsonValue | undefined}
          onChange={setRight}
        />
      )}
    </div>
  );
}
