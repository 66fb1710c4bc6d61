import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';
import { CSP_NONCE } from './csp-nonce.ts';
import { CONTROL } from './field.tsx';

export interface Option {
  value: string;
  label: string;
  description?: string;
  /** The heading that it stands under, in a list that is searched: those of one group follow each other. */
  group?: string;
}

interface Props {
  value: string;
  onChange(value: string): void;
  options: readonly Option[];
  placeholder?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  disabled?: boolean;
  className?: string;
}

/** One of a few choices. */
export function Select({ value, onChange, options, placeholder, className, disabled, ...control }: Props) {
  return (
    <Radix.Root value={value} onValueChange={onChange} disabled={disabled}>
      <Radix.Trigger
        {...control}
        className={classNames(CONTROL, 'inline-flex items-center justify-between gap-2 text-start', className)}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown size={14} className="shrink-0 text-muted" aria-hidden="true" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-card border border-line bg-surface shadow-sheet"
        >
          <Radix.Viewport nonce={CSP_NONCE} className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="relative rounded-control py-1.5 ps-7 pe-3 outline-none data-highlighted:bg-accent-soft max-phone:py-2.5"
              >
                <Radix.ItemIndicator className="absolute start-2 top-2 text-accent">
                  <Check size={14} />
                </Radix.ItemIndicator>
                <Radix.ItemText>{option.label}</Radix.ItemText>
                {option.description && <span className="block text-sm text-muted">{option.description}</span>}
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
