import { Plus, X } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { shownNames, withValue } from '../declaration.ts';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';

/** Optional fields: those that were added, and a menu of the others. */
export function CollectionField({ parameter, path, value, onChange }: FieldProps) {
  const { panel } = useTexts();
  const form = useForm();
  const { Field } = form.parts;
  const fields = parameter.fields ?? {};
  const values = objectOf(value);
  const shown = shownNames(fields, values, form);
  const added = shown.filter((name) => Object.hasOwn(values, name));
  const left = shown.filter((name) => !Object.hasOwn(values, name));
  if (parameter.legacy && added.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      <div className="flex flex-col gap-3">
        {added.map((name) => {
          const field = fields[name];
          if (!field) return null;
          return (
            <div key={name} className="flex items-start gap-1">
              <div className="min-w-0 flex-1">
                <Field
                  name={name}
                  path={`${path}.${name}`}
                  parameter={field}
                  value={values[name]}
                  isSet
                  onChange={(next) => onChange({ ...values, [name]: next ?? field.default ?? null })}
                />
              </div>
              {!form.readOnly && (
                <IconButton
                  label={panel.removeEntry(field.label)}
                  onClick={() => onChange(withValue(values, name, undefined))}
                >
                  <X size={14} />
                </IconButton>
              )}
            </div>
          );
        })}
        {!form.readOnly && left.length > 0 && (
          <div>
            <Menu
              align="start"
              items={left.map((name) => ({
                label: fields[name]?.label ?? name,
                run: () => onChange({ ...values, [name]: fields[name]?.default ?? '' }),
              }))}
            >
              <Button icon={<Plus size={14} />}>{panel.addOption}</Button>
            </Menu>
          </div>
        )}
      </div>
    </fieldset>
  );
}
