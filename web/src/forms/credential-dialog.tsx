import type { JsonObject } from '@orchestrator/workflow';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Input } from '../ui/field.tsx';
import { Skeleton } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { AllowedHosts, hostsIn } from './allowed-hosts.tsx';
import { CredentialState } from './credential-state.tsx';
import { type Trial, tryStored, tryTyped } from './credential-trials.ts';
import { credentialsQuery, useCredentialTypes } from './credentials.queries.ts';
import type { Parameters } from './declaration.ts';
import { ParameterForm } from './parameter-form.tsx';
import { UsedBy } from './used-by.tsx';

type Credential = components['schemas']['CredentialView'];

interface Props {
  type: string;
  /** The credential that is changed; a new one when left out. */
  id?: string;
  /** What a new one is called at first. */
  name?: string;
  onClose(): void;
  onSaved?(credential: Credential): void;
}

/** Makes or changes a credential. Secrets go in and never come out: what is left as it is stays. */
export function CredentialDialog({ type, id, name: wished, onClose, onSaved }: Props) {
  const { credentials, panel, words } = useTexts();
  const queries = useQueryClient();
  const declared = useCredentialTypes().data?.find((each) => each.type === type);
  const stored = useQuery(credentialsQuery).data?.find((each) => each.id === id);
  const [name, setName] = useState<string>();
  const [changes, setChanges] = useState<JsonObject>({});
  const [hosts, setHosts] = useState<string>();
  const [busy, setBusy] = useState<'save' | 'test'>();
  const [fault, setFault] = useState<unknown>();
  const [tested, setTested] = useState<Trial>();
  const [saved, setSaved] = useState<Credential | undefined>();
  const current = saved ?? stored;
  const shownName = name ?? current?.name ?? wished ?? declared?.label ?? '';
  const shownHosts = hosts ?? (current ? current.allowedHosts : (declared?.hosts ?? [])).join(', ');
  const values = { ...((current?.data ?? {}) as JsonObject), ...changes };
  const parameters = Object.fromEntries(
    Object.entries(declared?.parameters ?? {}).map(([key, parameter]) => [
      key,
      // A secret that is kept is not shown; an empty field leaves it as it is.
      current && parameter.password ? { ...parameter, placeholder: panel.secretKept, required: false } : parameter,
    ]),
  ) as Parameters;

  /** What is typed and not saved; of a new one, the defaults that its form shows as well. */
  const typed = () => ({
    data: current ? changes : { ...defaults(parameters), ...changes },
    ...(hosts === undefined ? {} : { allowedHosts: hostsIn(hosts) }),
  });
  const isTyped = Object.keys(changes).length > 0 || hosts !== undefined;
  const save = async (): Promise<Credential | undefined> => {
    setFault(undefined);
    try {
      const body = { name: shownName.trim(), ...typed() };
      const next = current
        ? await unwrap(api.PUT('/api/v1/credentials/{id}', { params: { path: { id: current.id } }, body }))
        : await unwrap(api.POST('/api/v1/credentials', { body: { ...body, type } }));
      setSaved(next);
      setChanges({});
      setHosts(undefined);
      await queries.invalidateQueries({ queryKey: credentialsQuery.queryKey });
      onSaved?.(next);
      return next;
    } catch (error) {
      setFault(error);
      return undefined;
    }
  };
  const submit = async () => {
    setBusy('save');
    const done = await save();
    setBusy(undefined);
    if (!done) return;
    // What was shown of the fields before they were saved is kept with them now.
    if (tested && tested.ok !== null) void tryStored(queries, done.id).catch(() => undefined);
    toast({ text: panel.credentialSaved(done.name) });
    onClose();
  };
  const test = async () => {
    setBusy('test');
    setTested(undefined);
    setFault(undefined);
    try {
      const isStored = current && !isTyped;
      setTested(await (isStored ? tryStored(queries, current.id) : tryTyped(current?.id, { type, ...typed() })));
    } catch (error) {
      setFault(error);
    }
    setBusy(undefined);
  };
  /** Esc and a click beside it are quickly done, and a secret is not quickly typed again. */
  const leave = async () => {
    const isTouched = isTyped || (name !== undefined && name !== current?.name);
    const question = { title: credentials.discardTitle, text: credentials.discardText, action: credentials.discard };
    if (!isTouched || (await confirm({ ...question, danger: true }))) onClose();
  };
  const faults = new Map(
    (fault instanceof ApiProblem ? fault.errors : []).map(({ field, message }) => [
      field.replace(/^data\./, ''),
      message,
    ]),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && void leave()}
      title={current ? current.name : panel.createCredential(declared?.label ?? type)}
      description={declared?.summary}
      actions={
        <>
          <Button busy={busy === 'test'} onClick={() => void test()}>
            {panel.test}
          </Button>
          <Button look="primary" busy={busy === 'save'} disabled={!declared} onClick={() => void submit()}>
            {words.save}
          </Button>
        </>
      }
    >
      {declared ? (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Field label={panel.credentialName} error={faults.get('name')}>
            {(control) => (
              <Input {...control} value={shownName} maxLength={200} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <ParameterForm
            parameters={parameters}
            values={values}
            onChange={(next) => {
              const changed: JsonObject = {};
              for (const [key, value] of Object.entries(next)) {
                if (value !== (current?.data as JsonObject | undefined)?.[key]) changed[key] = value;
              }
              setChanges(changed);
              setTested(undefined);
            }}
            context={{ faults }}
          />
          {declared.signsCalls && (
            <AllowedHosts
              value={shownHosts}
              stored={current !== undefined && current.allowedHosts.length > 0}
              error={
                [...faults].filter(([field]) => field.startsWith('allowedHosts.')).map(([, message]) => message)[0]
              }
              onChange={(next) => {
                setHosts(next);
                setTested(undefined);
              }}
            />
          )}
          {fault !== undefined && (
            <p role="alert" className="text-bad">
              {fault instanceof Error ? fault.message : String(fault)}
            </p>
          )}
          {tested && (
            <p
              ref={reveal}
              role="status"
              className={tested.ok ? 'text-ok' : tested.ok === null ? 'text-muted' : 'text-bad'}
            >
              {tested.ok ? '✓' : tested.ok === null ? '–' : '✕'} {tested.message}
              {isTyped && ` ${panel.testedUnsaved}`}
            </p>
          )}
          {current && !tested && !isTyped && <CredentialState proof={current.proof} />}
          {current && <UsedBy id={current.id} />}
          <button type="submit" hidden />
        </form>
      ) : (
        <Skeleton rows={3} />
      )}
    </Dialog>
  );
}

/** What a test showed stands at the end of a form that may be long. */
const reveal = (at: HTMLElement | null) => at?.scrollIntoView({ block: 'nearest' });

/** A new credential is saved with the defaults that its form shows. */
const defaults = (parameters: Parameters): JsonObject =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([key, { default: value, password }]) =>
      value === undefined || value === '' || password ? [] : [[key, value]],
    ),
  ) as JsonObject;
