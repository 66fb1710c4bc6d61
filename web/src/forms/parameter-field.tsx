import type { JsonValue } from '@orchestrator/workflow';
import { RotateCcw } from 'lucide-react';
import { type DragEvent, lazy, Suspense, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Field } from '../ui/field.tsx';
import { isExpressionText, type Parameter, toExpression, toFixed } from './declaration.ts';
import { droppedExpression, FIELD_MIME } from './dropped-field.ts';
import type { ControlProps, FieldProps } from './field-props.ts';
import { useFieldTarget } from './field-targets.ts';
import { useForm } from './form-context.ts';
import { AnyField } from './kinds/any-field.tsx';
import { AssignmentsField } from './kinds/assignments-field.tsx';
import { CodeField } from './kinds/code-field.tsx';
import { CollectionField } from './kinds/collection-field.tsx';
import { FilterField } from './kinds/filter-field.tsx';
import { GroupField } from './kinds/group-field.tsx';
import { InputsField } from './kinds/inputs-field.tsx';
import { JsonField } from './kinds/json-field.tsx';
import { ListField } from './kinds/list-field.tsx';
import { MultiOptionsField, OptionsField } from './kinds/options-field.tsx';
import { BooleanField, DateTimeField, NumberField, TextField } from './kinds/plain-fields.tsx';
import { ResourceField } from './kinds/resource-field.tsx';
import { WorkflowField } from './kinds/workflow-field.tsx';

/** Drawn itself once it is here: `lazy` would show its fallback once more, and what is typed meanwhile would be lost. */
let LoadedExpressionField: typeof import('./expression-field.tsx').default | undefined;
/** Brings the editor of expressions, which is large; a form asks for it as soon as it is there. */
export const loadExpressionEditor = () =>
  import('./expression-field.tsx').then((module) => {
    LoadedExpressionField = module.default;
    return module;
  });
const LazyExpressionField = lazy(loadExpressionEditor);

function ExpressionField(props: ControlProps & { autoFocus: boolean }) {
  if (LoadedExpressionField) return <LoadedExpressionField {...props} />;
  return (
    <Suspense fallback={<div className="h-8 rounded-control border border-control bg-sunken" />}>
      <LazyExpressionField {...props} />
    </Suspense>
  );
}

/** These arrange fields of their own and have no control with a label before it. */
const ARRANGING: Partial<Record<Parameter['kind'], (props: FieldProps) => React.ReactNode>> = {
  collection: CollectionField,
  group: GroupField,
  list: ListField,
  filter: FilterField,
  assignments: (props) => (props.parameter.takenBy ? <InputsField {...props} /> : <AssignmentsField {...props} />),
};
const CONTROLS: Partial<Record<Parameter['kind'], (props: ControlProps) => React.ReactNode>> = {
  string: TextField,
  number: NumberField,
  options: OptionsField,
  multiOptions: MultiOptionsField,
  dateTime: DateTimeField,
  json: JsonField,
  any: AnyField,
  code: CodeField,
  resource: ResourceField,
  workflow: WorkflowField,
};

/** One parameter: its control, or the editor of its expression, with what is wrong under it. */
export function ParameterField(props: FieldProps) {
  const { parameter, value, path, onChange } = props;
  const { panel } = useTexts();
  const { expressions, readOnly, faults, onPaste } = useForm();
  const [dropping, setDropping] = useState(false);
  const [turned, setTurned] = useState(false);
  const isExpression = isExpressionText(value) && parameter.kind !== 'code';
  const mayBeExpression = expressions !== undefined && !parameter.literal && !readOnly;
  const turn = (to: JsonValue | undefined) => {
    setTurned(true);
    onChange(to);
  };
  // A text keeps what was typed; a choice or a number gives way.
  const isText = ['string', 'json', 'any'].includes(parameter.kind);
  const take = (text: string) => {
    if (isExpression) turn(`${value}${text}`);
    else turn(isText && props.isSet && typeof value === 'string' ? `=${value}${text}` : `=${text}`);
  };
  const holdsFields = ARRANGING[parameter.kind] !== undefined || parameter.kind === 'notice';
  useFieldTarget(
    path,
    parameter.label,
    mayBeExpression && !holdsFields ? (expression) => take(`{{ ${expression} }}`) : undefined,
  );
  if (parameter.kind === 'notice') {
    return <p className="rounded-control bg-run-soft px-3 py-2 text-sm whitespace-pre-wrap">{parameter.text}</p>;
  }
  if (parameter.control === 'none') return null;
  const Arranging = ARRANGING[parameter.kind];
  if (Arranging && !isExpression) return <Arranging {...props} />;
  const Control = CONTROLS[parameter.kind] ?? JsonField;
  const drop = (event: DragEvent) => {
    setDropping(false);
    const text = droppedExpression(event.dataTransfer);
    // The editor of an expression has taken it already, at the place where it was dropped.
    if (!text || !mayBeExpression || event.nativeEvent.defaultPrevented) return;
    event.preventDefault();
    take(text);
  };
  const mayReset = props.isSet && !readOnly && parameter.default !== undefined && !isSame(value, parameter.default);
  const reset = mayReset && (
    <IconButton
      label={`${panel.reset}: ${parameter.label}`}
      className="!size-5 opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 focus-visible:opacity-100"
      onClick={() => onChange(undefined)}
    >
      <RotateCcw size={11} />
    </IconButton>
  );
  const expressionSwitch = (mayBeExpression || isExpression) && (
    <ExpressionSwitch
      label={parameter.label}
      on={isExpression}
      disabled={!mayBeExpression}
      onChange={(on) => turn(on ? toExpression(value) : toFixed(String(value), parameter))}
      texts={panel}
    />
  );
  const aside = (reset || expressionSwitch) && (
    <span className="inline-flex items-center gap-1">
      {reset}
      {expressionSwitch}
    </span>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a way by keyboard: the menu of a field
    <div
      className={classNames(
        'group/field rounded-control',
        dropping && 'outline-2 outline-offset-4 outline-accent outline-dashed',
      )}
      onDragOver={(event) => {
        if (!mayBeExpression || !event.dataTransfer.types.includes(FIELD_MIME)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
      onPasteCapture={(event) => {
        if (readOnly || !onPaste?.(path, event.clipboardData.getData('text/plain'))) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {parameter.kind === 'boolean' && !isExpression ? (
        <BooleanField {...props} aside={aside} error={faults?.get(path)} />
      ) : (
        <Field
          label={parameter.label}
          hint={parameter.description}
          // What is wrong with an expression stands under it already, as it is for the shown item.
          error={isExpression ? undefined : faults?.get(path)}
          aside={aside}
        >
          {(control) =>
            isExpression ? (
              <ExpressionField {...props} control={control} autoFocus={turned} />
            ) : (
              <Control
                {...props}
                control={control}
                onChange={(next) => {
                  // Two braces turn a text into an expression while it is typed: once the editor has come, so that
                  // nothing is lost that is typed meanwhile.
                  const begun =
                    LoadedExpressionField !== undefined &&
                    mayBeExpression &&
                    typeof next === 'string' &&
                    next.includes('{{') &&
                    parameter.kind !== 'code';
                  if (begun) turn(`=${next.endsWith('{{') ? `${next}  }}` : next}`);
                  else onChange(next);
                }}
              />
            )
          }
        </Field>
      )}
    </div>
  );
}

const isSame = (one: JsonValue | undefined, other: JsonValue): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

function ExpressionSwitch({
  label,
  on,
  disabled,
  onChange,
  texts,
}: {
  label: string;
  on: boolean;
  disabled: boolean;
  onChange(on: boolean): void;
  texts: { fixed: string; expression: string; expressionOf(label: string): string };
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={texts.expressionOf(label)}
      disabled={disabled}
      onClick={() => onChange(!on)}
      className={classNames(
        'rounded-control px-1 text-sm text-muted hover:text-text disabled:cursor-default',
        // A fixed field stays calm until somebody comes near it.
        !on &&
          'opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      <span className={on ? '' : 'font-semibold text-text'}>{texts.fixed}</span> ·{' '}
      <span className={on ? 'font-semibold text-accent' : ''}>{texts.expression}</span>
    </button>
  );
}
