import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { classNames } from './class-names.ts';

export const CONTROL =
  'w-full min-h-8 rounded-control border border-control bg-surface px-2.5 py-1 text-text max-phone:min-h-10 max-phone:text-[16px] ' +
  'aria-invalid:border-bad disabled:opacity-60 [&:is(input,textarea):read-only]:bg-sunken';

interface FieldProps {
  label: string;
  /** At the end of the label's line: "expression", "optional". */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Gives the control its id and what describes it. */
  children(control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }): ReactNode;
  className?: string;
}

/** A label, a control, and under it a hint or what is wrong. */
export function Field({ label, aside, hint, error, children, className }: FieldProps) {
  const id = useId();
  const about = error || hint ? `${id}-about` : undefined;
  return (
    <div className={className}>
      <div className="mb-1 flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside && <span className="text-sm text-muted">{aside}</span>}
      </div>
      {children({ id, 'aria-describedby': about, ...(error ? { 'aria-invalid': true } : {}) })}
      {error ? (
        <p id={about} role="alert" className="mt-1 text-sm text-bad">
          {error}
        </p>
      ) : (
        hint && (
          <p id={about} className="mt-1 text-sm text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export const Input = ({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) => (
  <input {...rest} className={classNames(CONTROL, className)} />
);

export const TextArea = ({
  className,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) => (
  <textarea rows={4} {...rest} className={classNames(CONTROL, 'resize-y', className)} />
);
