import type { JsonValue } from '@orchestrator/workflow';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';

/** A few choices side by side: a click takes one in place of the other, or, once several are wanted, adds it. */
export function SegmentsField({ parameter, value, onChange, control }: ControlProps) {
  const { webhooks } = useTexts();
  const { readOnly } = useForm();
  const listOf = (from: JsonValue | undefined) => (Array.isArray(from) ? from : []);
  const given = listOf(value);
  const chosen = given.length > 0 ? given : listOf(parameter.default);
  const [wantsSeveral, setWantsSeveral] = useState(false);
  const several = wantsSeveral || chosen.length > 1;
  const choices = parameter.choices ?? [];
  const take = (choice: string | number | boolean) => {
    if (!several) return onChange([choice]);
    // In the order in which they are offered: outputs follow it.
    const next = choices.map((each) => each.value).filter((each) => (each === choice) !== chosen.includes(each));
    if (next.length > 0) onChange(next);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset
        aria-label={parameter.label}
        id={control.id}
        aria-describedby={control['aria-describedby']}
        disabled={readOnly}
        className="flex flex-wrap gap-0.5 rounded-control border border-control p-0.5"
      >
        {choices.map(({ value: each, label }) => (
          <button
            key={String(each)}
            type="button"
            aria-pressed={chosen.includes(each)}
            onClick={() => take(each)}
            className={classNames(
              'rounded-[6px] px-2 py-1 font-mono text-sm',
              chosen.includes(each) ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:text-text',
            )}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <label className="flex items-center gap-1.5 text-muted">
        <input
          type="checkbox"
          checked={several}
          disabled={readOnly}
          onChange={({ target }) => {
            setWantsSeveral(target.checked);
            if (!target.checked && chosen.length > 1) onChange(chosen.slice(0, 1));
          }}
        />
        {webhooks.several}
      </label>
    </div>
  );
}
