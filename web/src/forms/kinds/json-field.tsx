import type { JsonValue } from '@orchestrator/workflow';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { losesDigits } from './typed-numbers.ts';

const CodeEditor = lazy(() => import('../../editor/expression/code-editor.tsx'));

const textOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);

/** JSON: as text where it was text, else as a value. What does not parse yet is kept as text, and said; so are long numbers. */
export function JsonField({ parameter, value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? textOf(value);
  const fault = faultOf(text);
  // A text stays a text: the node reads it. A value stays a value.
  const isText = typeof value === 'string';
  return (
    <>
      <Suspense fallback={<div className="h-24 rounded-control border border-control bg-sunken" />}>
        <CodeEditor
          value={text}
          onChange={(next) => {
            setTyped(next);
            if (next.trim() === '') onChange(undefined);
            else if (isText || next.includes('{{') || faultOf(next) || losesDigits(next)) onChange(next);
            else onChange(JSON.parse(next));
          }}
          language="json"
          label={parameter.label}
          readOnly={readOnly}
          id={control.id}
          describedBy={control['aria-describedby']}
        />
      </Suspense>
      {fault && <p className="mt-1 text-sm text-bad">{panel.badJson(fault)}</p>}
    </>
  );
}

function faultOf(text: string): string | undefined {
  if (text.trim() === '' || text.includes('{{')) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
