import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Input, TextArea } from '../../ui/field.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { ZoneSelect } from '../../ui/zones/zone-select.tsx';
import type { ControlProps, FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';

const CodeEditor = lazy(() => import('../../editor/expression/code-editor.tsx'));

/** Text: one line, several, or of a language. */
export function TextField({ parameter, value, onChange, control }: ControlProps) {
  const { readOnly } = useForm();
  const { words } = useTexts();
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
  if (parameter.language) {
    return (
      <Suspense fallback={<div className="h-20 rounded-control border border-control bg-sunken" />}>
        <CodeEditor
          value={text}
          onChange={onChange}
          language={parameter.language}
          label={parameter.label}
          readOnly={readOnly}
          id={control.id}
          describedBy={control['aria-describedby']}
        />
      </Suspense>
    );
  }
  if (parameter.format === 'timezone') {
    return <ZoneSelect {...control} value={text} onChange={onChange} disabled={readOnly} none={words.none} />;
  }
  const shared = {
    ...control,
    value: text,
    placeholder: parameter.placeholder,
    readOnly,
    required: parameter.required,
  };
  return parameter.multiline ? (
    <TextArea {...shared} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <Input
      {...shared}
      type={parameter.password ? 'password' : 'text'}
      autoComplete={parameter.password ? 'new-password' : 'off'}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A number; what is typed stays there while it is none yet. */
export function NumberField({ parameter, value, onChange, control }: ControlProps) {
  const { readOnly } = useForm();
  const { panel } = useTexts();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null || value === undefined ? '' : String(value));
  const bad = typed !== undefined && typed.trim() !== '' && !Number.isFinite(Number(typed));
  return (
    <>
      <Input
        {...control}
        aria-invalid={bad || control['aria-invalid']}
        value={shown}
        inputMode={parameter.integer ? 'numeric' : 'decimal'}
        placeholder={parameter.placeholder}
        readOnly={readOnly}
        onChange={({ target }) => {
          // `{{` turns the field into an expression; see the field around.
          if (target.value.includes('{{')) return onChange(target.value);
          setTyped(target.value);
          const number = Number(target.value);
          if (target.value.trim() === '') onChange(parameter.default === null ? null : undefined);
          else if (Number.isFinite(number)) onChange(number);
        }}
        onBlur={() => !bad && setTyped(undefined)}
      />
      {bad && <p className="mt-1 text-sm text-bad">{panel.number}</p>}
    </>
  );
}

/** Yes or no: its switch stands beside its label. */
export function BooleanField({
  parameter,
  value,
  onChange,
  aside,
  error,
}: FieldProps & { aside: ReactNode; error?: string }) {
  const { readOnly } = useForm();
  const id = useId();
  const about = error ?? parameter.description;
  return (
    <>
      <div className="flex min-h-8 items-center justify-between gap-2">
        <label htmlFor={id} className="font-medium">
          {parameter.label}
        </label>
        <span className="flex shrink-0 items-center gap-2">
          {aside}
          <Switch
            id={id}
            checked={value === true}
            disabled={readOnly}
            onChange={onChange}
            {...(about ? { 'aria-describedby': `${id}-about` } : {})}
          />
        </span>
      </div>
      {about && (
        <p id={`${id}-about`} className={error ? 'text-sm text-bad' : 'text-sm text-muted'}>
          {about}
        </p>
      )}
    </>
  );
}

/** What a picker of dates can show. */
const PICKED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** A date and time; kept as it is picked, without a zone: the workflow's counts. One written otherwise stays text. */
export function DateTimeField(props: ControlProps) {
  const { value, onChange, control } = props;
  const { readOnly } = useForm();
  const isOther = value !== undefined && value !== null && value !== '' && !PICKED.test(String(value));
  // Once a text, it stays one while it is typed.
  const [asText] = useState(isOther);
  if (asText || isOther) return <TextField {...props} />;
  return (
    <Input
      {...control}
      type="datetime-local"
      step={1}
      readOnly={readOnly}
      value={typeof value === 'string' ? value.slice(0, 19) : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
