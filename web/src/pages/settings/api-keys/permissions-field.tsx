import { useId } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { PermissionGroup, PermissionName } from './permission-groups.ts';

const ALL = 'all';
const SOME = 'some';

/** What a key may do: everything of its role, or what is picked. `undefined` stands for everything. */
export function PermissionsField({
  groups,
  picked,
  onChange,
  error,
}: {
  groups: readonly PermissionGroup[];
  picked: ReadonlySet<PermissionName> | undefined;
  onChange(picked: ReadonlySet<PermissionName> | undefined): void;
  error?: string;
}) {
  const { access } = useTexts();
  const words: Record<string, string | undefined> = access.permissions;
  const titles: Record<string, string | undefined> = access.groups;
  const id = useId();
  const toggle = (name: PermissionName) => {
    const next = new Set(picked);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  return (
    <>
      <Field label={access.may} error={error}>
        {(control) => (
          <Select
            {...control}
            value={picked ? SOME : ALL}
            onChange={(next) => onChange(next === SOME ? new Set() : undefined)}
            options={[
              { value: ALL, label: access.mayAll },
              { value: SOME, label: access.maySome },
            ]}
          />
        )}
      </Field>
      {picked && (
        <fieldset
          aria-label={access.permissionsOf}
          className="max-h-64 overflow-y-auto rounded-control border border-line p-3 max-phone:max-h-none"
        >
          {groups.map(({ word, names }) => (
            <fieldset key={word} className="mb-3 last:mb-0">
              <legend className="mb-1 font-medium">{titles[word] ?? word}</legend>
              {names.map((name) => (
                <label
                  key={name}
                  htmlFor={`${id}-${name}`}
                  className="flex items-center gap-2 py-0.5 max-phone:min-h-10"
                >
                  <input
                    id={`${id}-${name}`}
                    type="checkbox"
                    className="size-4 accent-accent"
                    checked={picked.has(name)}
                    onChange={() => toggle(name)}
                  />
                  {words[name] ?? name}
                </label>
              ))}
            </fieldset>
          ))}
        </fieldset>
      )}
    </>
  );
}
