import type { WorkflowDocument, WorkflowSettings } from '@orchestrator/workflow';
import { useTenantZone } from '../../api/tenant-zone.ts';
import { CallablePicker } from '../../forms/callable-picker.tsx';
import { createCallable } from '../../forms/create-callable.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, TextArea } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { ZoneSelect } from '../../ui/zones/zone-select.tsx';
import { useEditor, useEditorStore } from '../editor-store.ts';

const DESCRIPTION_LIMIT = 5000;

/** What holds for the whole workflow. Every change is part of the draft at once, and can be undone. */
export function SettingsDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { canvas, words } = useTexts();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={canvas.settings}
      size="medium"
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      {open && <Settings />}
    </Dialog>
  );
}

function Settings() {
  const { canvas, panel } = useTexts();
  const editor = useEditorStore();
  const workflowId = useEditor((state) => state.workflowId);
  const document = useEditor((state) => state.document);
  const readOnly = useEditor((state) => state.readOnly);
  const { settings } = document;
  const tenantZone = useTenantZone();
  const change = (patch: Partial<WorkflowDocument>) =>
    editor.getState().change((now) => clean({ ...now, ...patch }), { merge: `settings ${Object.keys(patch)}` });
  const set = (patch: { [K in keyof WorkflowSettings]?: WorkflowSettings[K] | undefined }) =>
    editor
      .getState()
      .change((now) => ({ ...now, settings: clean({ ...now.settings, ...patch }) as WorkflowSettings }), {
        merge: `settings ${Object.keys(patch)}`,
      });
  const save = (kind: 'success' | 'error' | 'manual', value: string) =>
    set({ save: clean({ ...settings.save, [kind]: value === 'none' ? 'none' : undefined }) });
  return (
    <fieldset disabled={readOnly} className="grid grid-cols-2 gap-4 pb-2 max-phone:grid-cols-1">
      <Field label={canvas.description} className="col-span-full">
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={DESCRIPTION_LIMIT}
            value={document.description ?? ''}
            onChange={(event) => change({ description: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label={canvas.tags} hint={canvas.tagsHint} className="col-span-full">
        {(control) => (
          <Input
            {...control}
            defaultValue={document.tags?.join(', ')}
            onBlur={(event) =>
              change({
                tags: [
                  ...new Set(
                    event.target.value
                      .split(',')
                      .map((tag) => tag.trim())
                      .filter(Boolean),
                  ),
                ],
              })
            }
          />
        )}
      </Field>
      <Field label={canvas.timezone} hint={canvas.timezoneHint}>
        {(control) => (
          <ZoneSelect
            {...control}
            disabled={readOnly}
            value={settings.timezone ?? ''}
            onChange={(zone) => set({ timezone: zone || undefined })}
            none={canvas.timezoneNone(tenantZone ?? '')}
          />
        )}
      </Field>
      <Field label={canvas.timeout} hint={canvas.timeoutHint}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            value={settings.timeoutSeconds ?? ''}
            onChange={(event) =>
              set({ timeoutSeconds: Number(event.target.value) > 0 ? Number(event.target.value) : undefined })
            }
          />
        )}
      </Field>
      <Field label={canvas.errorWorkflow} hint={canvas.errorWorkflowHint}>
        {(control) => (
          <CallablePicker
            kind="error"
            value={settings.errorWorkflow ?? ''}
            onChange={(id) => set({ errorWorkflow: id || undefined })}
            label={canvas.errorWorkflow}
            control={control}
            by={workflowId}
            readOnly={readOnly}
            none={canvas.noErrorWorkflow}
            create={() => createCallable('error', panel.errorWorkflowFor(document.name), panel.errorTrigger, [])}
          />
        )}
      </Field>
      <Field label={canvas.callers} hint={canvas.callersHint}>
        {(control) => (
          <Select
            {...control}
            disabled={readOnly}
            value={settings.callers === 'none' ? 'none' : Array.isArray(settings.callers) ? 'listed' : 'any'}
            onChange={(value) =>
              set({ callers: value === 'none' ? 'none' : value === 'any' ? undefined : settings.callers })
            }
            options={[
              { value: 'any', label: canvas.callersAny },
              { value: 'none', label: canvas.callersNone },
              ...(Array.isArray(settings.callers) ? [{ value: 'listed', label: canvas.callersListed }] : []),
            ]}
          />
        )}
      </Field>
      <Field label={canvas.order} hint={canvas.orderHint}>
        {(control) => (
          <Select
            {...control}
            disabled={readOnly}
            value={settings.executionOrder ?? 'v1'}
            onChange={(value) => set({ executionOrder: value === 'v0' ? 'v0' : undefined })}
            options={[
              { value: 'v1', label: canvas.orderV1 },
              { value: 'v0', label: canvas.orderV0 },
            ]}
          />
        )}
      </Field>
      {(['success', 'error', 'manual'] as const).map((kind) => (
        <Field key={kind} label={canvas.saveKinds[kind]}>
          {(control) => (
            <Select
              {...control}
              disabled={readOnly}
              value={settings.save?.[kind] ?? 'all'}
              onChange={(value) => save(kind, value)}
              options={[
                { value: 'all', label: canvas.saveAll },
                { value: 'none', label: canvas.saveNone },
              ]}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

/** Without members that are `undefined`, which the document's format does not know. */
const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
