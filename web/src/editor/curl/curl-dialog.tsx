import type { WorkflowNode } from '@orchestrator/workflow';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { credentialsQuery } from '../../forms/credentials.queries.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, TextArea } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { usePatch } from '../panel/open-node.ts';
import { patchOf } from './curl-import.ts';
import { type CurlSecret, curlNode } from './curl-node.ts';
import { readCurl } from './curl-request.ts';
import { useCurlImport } from './curl-store.ts';

/** Takes a curl command into an HTTP request node: shows what it asks for, and keeps its secret out of the document. */
export default function CurlDialog({ node, onClose }: { node: WorkflowNode; onClose(): void }) {
  const { curl, words } = useTexts();
  const queries = useQueryClient();
  const patch = usePatch(node.id);
  const [text, setText] = useState(() => useCurlImport.getState().text);
  const [keeps, setKeeps] = useState(true);
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const read = useMemo(() => (text.trim() === '' ? undefined : readCurl(text)), [text]);
  const request = read && 'request' in read ? read.request : undefined;
  const made = useMemo(() => request && curlNode(request), [request]);
  const secret = made?.secret;
  const shownName = name ?? secret?.host ?? '';
  const take = async () => {
    if (!made) return;
    setBusy(true);
    setFault(undefined);
    try {
      const credential = secret && keeps ? await kept(secret, shownName.trim() || secret.type) : undefined;
      patch(patchOf(node, credential ? made.parameters : made.plain, credential));
      if (credential) await queries.invalidateQueries({ queryKey: credentialsQuery.queryKey });
      toast({ text: curl.taken });
      onClose();
    } catch (error) {
      setFault(error instanceof ApiProblem ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={curl.title}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" disabled={!made} busy={busy} onClick={() => void take()}>
            {curl.take}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label={curl.command}
          hint={curl.hint}
          error={read && 'fault' in read ? curl.faults[read.fault.code](read.fault.what) : undefined}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={7}
              className="font-mono text-sm"
              spellCheck={false}
              autoFocus
              placeholder="curl -X POST https://api.example.com/orders -d '{ … }'"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                event.stopPropagation();
                void take();
              }}
            />
          )}
        </Field>
        {request && (
          <p role="status" className="font-mono text-sm break-all">
            {request.method} {request.url}
          </p>
        )}
        {request && request.notes.length > 0 && (
          <ul className="flex flex-col gap-1 rounded-card bg-warn-soft px-3 py-2">
            {request.notes.map(({ code, what }) => (
              <li key={`${code} ${what}`}>{curl.notes[code](what)}</li>
            ))}
          </ul>
        )}
        {secret && (
          <div className="flex flex-col gap-3 rounded-card border border-line p-3">
            <div className="flex items-center justify-between gap-3">
              <div>
                <p className="font-medium">{curl.keep}</p>
                <p className="text-muted">{keeps ? curl.keepText(secret.source, secret.host) : curl.plainText}</p>
              </div>
              <Switch aria-label={curl.keep} checked={keeps} onChange={setKeeps} />
            </div>
            {keeps && (
              <Field label={curl.credentialName}>
                {(control) => (
                  <Input {...control} value={shownName} onChange={(event) => setName(event.target.value)} />
                )}
              </Field>
            )}
          </div>
        )}
        {fault && (
          <p role="alert" className="text-bad">
            {fault}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Makes the credential: it may go where the command sent it, and nowhere else. */
async function kept({ type, data, host }: CurlSecret, name: string) {
  const body = { type, name, data, allowedHosts: host === '' ? [] : [host] };
  const { id } = await unwrap(api.POST('/api/v1/credentials', { body }));
  return { type, id, name };
}
