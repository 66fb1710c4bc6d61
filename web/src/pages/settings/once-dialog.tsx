import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { CopyButton } from './copy-button.tsx';

export interface Secret {
  title: string;
  label: string;
  value: string;
  /** Whom it is for and how long it works. */
  text: string;
}

/** Shows a key or a one-time link, which nothing can show again. */
export function OnceDialog({ secret, onClose }: { secret: Secret; onClose(): void }) {
  const { settings, words } = useTexts();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={secret.title}
      description={secret.text}
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      <Field label={secret.label} hint={settings.shownOnce}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              readOnly
              value={secret.value}
              className="font-mono"
              onFocus={(event) => event.target.select()}
            />
            <CopyButton text={secret.value} />
          </div>
        )}
      </Field>
    </Dialog>
  );
}
