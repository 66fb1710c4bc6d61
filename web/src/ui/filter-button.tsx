import { Button } from './button.tsx';
import { Menu } from './menu.tsx';

interface Props {
  /** What it filters by: "Status". */
  label: string;
  /** What stands for no filter: "any". */
  any: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

/** "Status: any", with a menu of choices; several may be chosen. */
export function FilterButton({ label, any, options, chosen, onChange }: Props) {
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const shown = names.length === 0 ? any : names.length > 2 ? `${names.length}` : names.join(', ');
  return (
    <Menu
      align="start"
      items={[
        { label: any, checked: chosen.length === 0, run: () => onChange([]) },
        null,
        ...options.map((option) => ({
          label: option.label,
          checked: chosen.includes(option.value),
          run: () =>
            onChange(
              chosen.includes(option.value)
                ? chosen.filter((each) => each !== option.value)
                : [...chosen, option.value],
            ),
        })),
      ]}
    >
      {/* One that filters nothing recedes. */}
      <Button
        look={chosen.length > 0 ? 'plain' : 'quiet'}
        className={chosen.length > 0 ? '!border-accent !text-accent' : undefined}
      >
        {label}: {shown}
      </Button>
    </Menu>
  );
}
