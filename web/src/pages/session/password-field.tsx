import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';

/** The server's bound (src/domains/auth/passwords.ts). */
const LIMIT = 1024;

/** A password, which can be looked at while it is typed. */
export function PasswordField({
  label,
  isNew,
  error,
  ...input
}: {
  label?: string;
  /** Chosen here, so that browsers offer one and the rule is said. */
  isNew?: boolean;
  error?: string;
} & InputHTMLAttributes<HTMLInputElement>) {
  const { session } = useTexts();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label ?? session.password} error={error} hint={isNew ? session.passwordRule : undefined}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            {...input}
            type={shown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={LIMIT}
            className="pe-10"
          />
          <div className="absolute end-0 top-0">
            <IconButton
              label={shown ? session.hidePassword : session.showPassword}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? <EyeOff size={15} /> : <Eye size={15} />}
            </IconButton>
          </div>
        </div>
      )}
    </Field>
  );
}
