import { useRef, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useAsked } from '../../../app/use-asked.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { PasswordField } from '../../session/password-field.tsx';
import { Fault } from '../../session/session-card.tsx';
import { useForm } from '../../session/use-form.ts';
import { Block } from '../block.tsx';

/** Changes my password, which ends my other sessions. */
export function PasswordBlock() {
  const [round, setRound] = useState(0);
  return <PasswordForm key={round} onDone={() => setRound(round + 1)} />;
}

function PasswordForm({ onDone }: { onDone(): void }) {
  const { settings } = useTexts();
  const form = useForm({
    initial: { currentPassword: '', newPassword: '' },
    missing: ({ currentPassword, newPassword }) => ({
      ...(currentPassword ? {} : { currentPassword: settings.passwordMissing }),
      ...(newPassword ? {} : { newPassword: settings.passwordMissing }),
    }),
    send: async (body) => {
      await unwrap(api.POST('/api/v1/users/me/password', { body }));
      toast({ text: settings.passwordChanged });
      onDone();
    },
  });
  const place = useRef<HTMLFormElement>(null);
  useAsked('password', () => place.current?.querySelector('input')?.focus());
  return (
    <Block title={settings.password} text={settings.passwordText}>
      <form {...form.form} ref={place} className="flex max-w-xl flex-col gap-4">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <PasswordField
          label={settings.currentPassword}
          error={form.errors.currentPassword}
          {...form.input('currentPassword')}
        />
        <PasswordField
          label={settings.newPassword}
          isNew
          error={form.errors.newPassword}
          {...form.input('newPassword')}
        />
        <div>
          <Button type="submit" busy={form.busy}>
            {settings.changePassword}
          </Button>
        </div>
      </form>
    </Block>
  );
}
