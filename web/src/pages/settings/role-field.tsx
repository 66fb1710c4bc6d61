import { useTexts } from '../../texts/texts.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { givenBy, type Role } from './role-order.ts';
import { useRole } from './use-role.ts';

/** A role that I may give, and what it may do. */
export function RoleField({ role, onChange }: { role: Role; onChange(role: Role): void }) {
  const { settings } = useTexts();
  const mine = useRole();
  return (
    <Field label={settings.role} hint={settings.roleTexts[role]}>
      {(control) => (
        <Select
          {...control}
          value={role}
          onChange={(next) => onChange(next as Role)}
          options={givenBy(mine).map((value) => ({ value, label: settings.roles[value] }))}
        />
      )}
    </Field>
  );
}
