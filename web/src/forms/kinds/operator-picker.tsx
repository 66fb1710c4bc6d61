import { useMemo, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { isFound, OPERATORS, type Operation, type OperatorType } from './operators.ts';

interface Props {
  label: string;
  type: OperatorType;
  operation: string;
  disabled: boolean;
  onChange(type: OperatorType, operation: string): void;
}

/** What a condition asks of a value: grouped by the value's type, and found by its words or its sign. */
export function OperatorPicker({ label, type, operation, disabled, onChange }: Props) {
  const { panel } = useTexts();
  const [search, setSearch] = useState('');
  const phrase = (of: string, asked: string) =>
    panel.operationsOfTypes[`${of}.${asked}`] ?? panel.operations[asked as Operation] ?? asked;
  // Those of the type that it has come first: they are what is looked for most.
  const types = useMemo(() => {
    const others = (Object.keys(OPERATORS) as OperatorType[]).filter((each) => each !== type);
    return Object.hasOwn(OPERATORS, type) ? [type, ...others] : others;
  }, [type]);
  const options = types.flatMap((of) =>
    OPERATORS[of].flatMap((asked) => {
      const words = phrase(of, asked);
      if (!isFound(search, asked, `${panel.types[of]} ${words}`)) return [];
      return [{ value: `${of}.${asked}`, label: words, group: panel.types[of] }];
    }),
  );
  return (
    <Combobox
      aria-label={label}
      value={`${type}.${operation}`}
      // One that is not known here, from an import, is shown as it is.
      shown={panel.operatorOf(panel.types[type] ?? type, phrase(type, operation))}
      options={options}
      disabled={disabled}
      local
      onSearch={setSearch}
      onChange={(chosen) => {
        const [of = 'string', asked = 'equals'] = chosen.split('.');
        onChange(of as OperatorType, asked);
      }}
    />
  );
}
