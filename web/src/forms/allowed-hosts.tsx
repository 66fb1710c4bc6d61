import { useTexts } from '../texts/texts.ts';
import { Field, Input } from '../ui/field.tsx';

interface Props {
  /** As it is typed. */
  value: string;
  /** Hosts are settled already. */
  stored: boolean;
  error?: string | undefined;
  onChange(value: string): void;
}

/** The hosts that a credential may be sent to. */
export function AllowedHosts({ value, stored, error, onChange }: Props) {
  const { panel } = useTexts();
  return (
    <Field
      label={panel.allowedHosts}
      hint={stored ? panel.allowedHostsKept : panel.allowedHostsEmpty}
      {...(error === undefined ? {} : { error })}
    >
      {(control) => (
        <Input
          {...control}
          value={value}
          placeholder="api.example.com, *.example.com"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** The hosts in what was typed: with commas, blanks or lines between them. */
export const hostsIn = (typed: string): string[] => typed.split(/[\s,;]+/).filter((host) => host !== '');
