import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { Fault, LINK } from '../../session/session-card.tsx';
import { takesBody } from './curl.ts';

/** Characters of an answer that are shown. */
const SHOWN = 10_000;

/** Calls the test address of a webhook from here: the draft runs, and what it answers is shown with its execution. */
export function TestCallDialog({
  address: { workflow, method, url },
  onClose,
}: {
  address: components['schemas']['WebhookView'];
  onClose(): void;
}) {
  const { settings, words } = useTexts();
  const format = useFormat();
  const id = useId();
  const [body, setBody] = useState('{\n  "hello": "world"\n}');
  const call = useMutation({
    mutationFn: async () => {
      const armed = await unwrap(api.POST('/api/v1/workflows/{id}/listen', { params: { path: { id: workflow.id } } }));
      const path = new URL(url).pathname.replace(/^\/webhook\//, '/webhook-test/');
      const target =
        armed.webhooks.find((each) => each.method === method && new URL(each.url).pathname === path) ??
        armed.webhooks.find((each) => each.method === method);
      if (!target) throw new Error(settings.notInDraft(method));
      const started = performance.now();
      // By path, so that the call goes to this origin even where the server knows itself by another name.
      const answer = await fetch(new URL(target.url).pathname, {
        method,
        credentials: 'omit',
        ...(takesBody(method) ? { body, headers: { 'content-type': 'application/json' } } : {}),
      });
      const text = await answer.text();
      return { status: answer.status, text, ms: performance.now() - started, executionId: target.executionId };
    },
  });
  const done = call.data;
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
        {takesBody(method) && (
          <Field label={settings.body}>
            {(control) => (
              <TextArea
                {...control}
                value={body}
                rows={6}
                spellCheck={false}
                className="font-mono"
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
        )}
        <div aria-live="polite" className="flex flex-col gap-3">
          {call.error && <Fault>{call.error.message}</Fault>}
          {done && (
            <>
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={done.status < 400 ? 'ok' : 'bad'}>{settings.answered(done.status)}</Badge>
                <span className="text-muted">{format.span(done.ms)}</span>
                <Link
                  to="/executions/$executionId"
                  params={{ executionId: done.executionId }}
                  className={`${LINK} ms-auto`}
                >
                  {settings.openExecution}
                </Link>
              </p>
              <pre className="max-h-60 overflow-auto rounded-control bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap">
                {done.text.slice(0, SHOWN) || settings.emptyAnswer}
              </pre>
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}
