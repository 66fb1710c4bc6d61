import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Input } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { isExpressionText, type Parameter } from '../declaration.ts';
import { useForm } from '../form-context.ts';
import { fieldNameIn, shownValueOf } from '../reference.ts';
import { literalOf, typeOfValue } from '../value-type.ts';
import { ValueField } from './value-field.tsx';

const TYPES = ['string', 'number', 'boolean', 'array', 'object', 'any'] as const;
const KINDS: Record<string, Parameter['kind']> = {
  number: 'number',
  boolean: 'boolean',
  array: 'json',
  object: 'json',
  any: 'any',
};

interface Props {
  entry: JsonObject;
  path: string;
  /** Another entry has the same name. */
  isDouble: boolean;
  onChange(entry: JsonObject): void;
}

/**
 * One field that is set. Until somebody chooses a type, it follows the value: of what is typed, or of what an expression
 * gives for the shown item.
 */
export function AssignmentRow({ entry, path, isDouble, onChange }: Props) {
  const { panel } = useTexts();
  const { readOnly, expressions } = useForm();
  const about = useId();
  const type = String(entry.type ?? 'string');
  const name = String(entry.name ?? '');
  const [follows, setFollows] = useState(entry.value === '' && type === 'string');
  // A type is found later than its value is typed: it is set on what is there by then.
  const latest = useRef({ entry, onChange });
  latest.current = { entry, onChange };
  const set = (part: JsonObject) => {
    latest.current.entry = { ...latest.current.entry, ...part };
    latest.current.onChange(latest.current.entry);
  };
  const setValue = (next: JsonValue | undefined) => {
    const value = next ?? '';
    const text = typeof value === 'string' ? value : '';
    const named = name === '' ? fieldNameIn(text) : undefined;
    const label = named === undefined ? {} : { name: named };
    if (!follows || typeof value !== 'string') return set({ ...label, value });
    if (!isExpressionText(text)) return set({ ...label, ...literalOf(text) });
    set({ ...label, value });
    void shownValueOf(text, expressions).then((shown) => {
      const found = typeOfValue(shown) ?? 'any';
      const { entry: now } = latest.current;
      if (now.value === text && now.type !== found) set({ type: found });
    });
  };
  const choose = (next: string) => {
    setFollows(false);
    set({ type: next, ...fitting(entry.value, next) });
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <div>
        <div className="flex gap-2">
          <Input
            aria-label={panel.fieldName}
            aria-describedby={isDouble ? about : undefined}
            placeholder={panel.fieldName}
            value={name}
            readOnly={readOnly}
            spellCheck={false}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Select
            aria-label={`${panel.fieldType}: ${name}`}
            className="!w-32 shrink-0"
            value={type}
            disabled={readOnly}
            options={[...TYPES, ...((TYPES as readonly string[]).includes(type) ? [] : [type])].map((each) => ({
              value: each,
              label: panel.types[each as keyof typeof panel.types] ?? each,
            }))}
            onChange={choose}
          />
        </div>
        {isDouble && (
          <p id={about} className="mt-1 text-sm text-warn">
            {panel.doubleName(name)}
          </p>
        )}
      </div>
      <ValueField
        label={panel.fieldValue}
        path={`${path}.value`}
        kind={follows ? 'string' : (KINDS[type] ?? 'string')}
        value={entry.value as JsonValue | undefined}
        onChange={setValue}
      />
    </div>
  );
}

/** The value as it is kept under another type, where it can be one of it. */
function fitting(value: JsonValue | undefined, type: string): JsonObject {
  if (typeof value === 'string' && value.startsWith('=')) return {};
  if (type === 'string') {
    return { value: typeof value === 'string' || value === undefined ? (value ?? '') : JSON.stringify(value) };
  }
  if (typeof value !== 'string' || !['number', 'boolean'].includes(type)) return {};
  const literal = literalOf(value.trim());
  return literal.type === type ? { value: literal.value } : {};
}
