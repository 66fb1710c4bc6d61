import { Check } from 'lucide-react';
import { Checkbox as RadixCheckbox, Switch as RadixSwitch } from 'radix-ui';

/** On or off, at once. */
export function Switch({
  checked,
  onChange,
  ...rest
}: {
  checked: boolean;
  onChange(checked: boolean): void;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
}) {
  return (
    <RadixSwitch.Root
      checked={checked}
      onCheckedChange={onChange}
      {...rest}
      className="relative h-5 w-9 shrink-0 rounded-full border border-control bg-sunken transition-colors disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
    >
      <RadixSwitch.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-control transition-transform data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-4.5" />
    </RadixSwitch.Root>
  );
}

/** One of several that may be chosen. */
export function Checkbox({
  checked,
  onChange,
  ...rest
}: {
  checked: boolean | 'indeterminate';
  onChange(checked: boolean): void;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
}) {
  return (
    <RadixCheckbox.Root
      checked={checked}
      onCheckedChange={(next) => onChange(next === true)}
      {...rest}
      className="flex size-4 shrink-0 items-center justify-center rounded-[4px] border border-control bg-surface disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent data-[state=indeterminate]:bg-accent-soft"
    >
      <RadixCheckbox.Indicator>
        {checked === 'indeterminate' ? (
          <span className="block h-0.5 w-2 bg-accent" />
        ) : (
          <Check size={12} strokeWidth={3} />
        )}
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
}
