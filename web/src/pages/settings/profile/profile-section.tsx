import { api, unwrap } from '../../../api/client.ts';
import { useSession } from '../../../api/session.ts';
import { chooseTheme, type Theme, useTheme } from '../../../app/theme.ts';
import { LANGUAGES, type Language, useWords } from '../../../texts/texts.ts';
import { chooseLanguage } from '../../../texts/words-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast.tsx';
import { Fault } from '../../session/session-card.tsx';
import { useForm } from '../../session/use-form.ts';
import { Block } from '../block.tsx';
import { PasswordBlock } from './password-block.tsx';
import { SessionsBlock } from './sessions-block.tsx';

/** Who I am, how the app looks to me, and where I am signed in. */
export function ProfileSection() {
  const { texts, language } = useWords();
  const { settings, frame } = texts;
  const { theme } = useTheme();
  return (
    <>
      <NameBlock />
      <Block title={settings.appearance} text={settings.appearanceText}>
        <div className="grid max-w-xl gap-4 phone:grid-cols-2">
          <Field label={frame.language}>
            {(control) => (
              <Select
                {...control}
                value={language}
                onChange={(value) => chooseLanguage(value as Language)}
                options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
              />
            )}
          </Field>
          <Field label={frame.theme}>
            {(control) => (
              <Select
                {...control}
                value={theme}
                onChange={(value) => chooseTheme(value as Theme)}
                options={[
                  { value: 'system', label: frame.themeSystem },
                  { value: 'light', label: frame.themeLight },
                  { value: 'dark', label: frame.themeDark },
                ]}
              />
            )}
          </Field>
        </div>
      </Block>
      <PasswordBlock />
      <SessionsBlock />
    </>
  );
}

/** The server's bound. */
const NAME_LIMIT = 200;

function NameBlock() {
  const { texts } = useWords();
  const { settings, words } = texts;
  const signed = useSession(({ signed }) => signed);
  const form = useForm({
    initial: { name: signed?.user.name ?? '' },
    missing: ({ name }) => (name?.trim() ? {} : { name: settings.nameMissing }),
    send: async ({ name }) => {
      const user = await unwrap(api.PATCH('/api/v1/users/me', { body: { name: name.trim() } }));
      useSession.setState(({ signed }) => (signed ? { signed: { ...signed, user } } : {}));
      toast({ text: settings.saved });
    },
  });
  return (
    <Block title={settings.you} text={signed?.user.email}>
      <form {...form.form} className="flex max-w-xl flex-col gap-4">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <Field label={settings.name} error={form.errors.name}>
          {(control) => <Input {...control} {...form.input('name')} maxLength={NAME_LIMIT} autoComplete="name" />}
        </Field>
        <div>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Block>
  );
}
