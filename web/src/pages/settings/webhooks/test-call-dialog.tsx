import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { components } from '../../../api/schema.d.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, TextArea } from '../../../ui/field.tsx';
import { Fault } from '../../session/session-card.tsx';
import { CallAnswer } from './call-answer.tsx';
import { CallRefused, callWebhook } from './call-webhook.ts';
import { takesBody } from './curl.ts';
import { parameterNames } from './test-call.ts';

/** Calls the test address of a webhook from here: the draft runs, and what it answers is shown with its execution. */
export function TestCallDialog({
  address,
  onClose,
}: {
  address: components['schemas']['WebhookView'];
  onClose(): void;
}) {
  const { workflow, method } = address;
  const { settings, words } = useTexts();
  const id = useId();
  const [path, setPath] = useState(() => decodeURI(new URL(address.url).pathname));
  const [values, setValues] = useState<Record<string, string>>({});
  const [query, setQuery] = useState('');
  const [headers, setHeaders] = useState('');
  const [body, setBody] = useState('{\n  "hello": "world"\n}');
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const call = useMutation({
    mutationFn: () => {
      leaving.current = new AbortController();
      return callWebhook(
        address,
        { values, query, headers, body },
        (draft) => setPath(decodeURI(draft)),
        leaving.current.signal,
      );
    },
  });
  const why = (fault: Error) =>
    fault instanceof CallRefused ? settings.callRefused[fault.reason](fault.what) : fault.message;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={settings.testCallTitle(workflow.name)}
      description={settings.testCallText}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Button type="submit" form={id} look="primary" busy={call.isPending}>
            {settings.send}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!call.isPending) call.mutate();
        }}
      >
        <p className="font-mono text-sm break-all">
          <b>{method}</b> {path}
        </p>
        {parameterNames(path).map((name) => (
          <Field key={name} label={settings.pathParameter(name)}>
            {(control) => (
              <Input
                {...control}
                value={values[name] ?? ''}
                required
                autoComplete="off"
                onChange={({ target }) => setValues((before) => ({ ...before, [name]: target.value }))}
              />
            )}
          </Field>
        ))}
        <Field label={settings.query} hint={settings.queryHint}>
          {(control) => (
            <Input
              {...control}
              value={query}
              className="font-mono"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => setQuery(target.value)}
            />
          )}
        </Field>
        <Field label={settings.headers} hint={settings.headersHint}>
          {(control) => (
            <TextArea
              {...control}
              value={headers}
              rows={2}
              className="font-mono"
              spellCheck={false}
              onChange={({ target }) => setHeaders(target.value)}
            />
          )}
        </Field>
        {takesBody(method) && (
          <Field label={settings.body}>
            {(control) => (
              <TextArea
                {...control}
                value={body}
                rows={5}
                className="font-mono"
                spellCheck={false}
                onChange={({ target }) => setBody(target.value)}
              />
            )}
          </Field>
        )}
      </form>
      <div aria-live="polite" className="mt-4 flex flex-col gap-3 empty:hidden">
        {call.error && <Fault>{why(call.error)}</Fault>}
        {call.data && <CallAnswer called={call.data} />}
      </div>
    </Dialog>
  );
}
