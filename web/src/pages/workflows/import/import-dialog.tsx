import { Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { fetchWorkflow, isAddress } from '../../../editor/canvas/import/fetch-workflow.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { useRefreshLists } from '../workflows.queries.ts';
import { type Imported, importAll, type Source } from './import-queue.ts';
import { ImportReport } from './import-report.tsx';

/** Files as sources of workflows. */
export const sourcesOf = (files: Iterable<File>): readonly Source[] =>
  [...files].map((file) => ({ name: file.name, text: () => file.text() }));

/** What was typed or pasted: addresses, one a line, or the JSON itself. */
function pastedSources(text: string, name: string): readonly Source[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!lines.every(isAddress)) return [{ name, text: async () => text }];
  return lines.map((line) => ({ name: nameOfAddress(line), text: () => fetchWorkflow(line) }));
}

const nameOfAddress = (address: string): string =>
  new URL(address.trim()).pathname.split('/').filter(Boolean).at(-1) ?? address.trim();

interface Props {
  /** What was dropped or pasted on the list: it is imported at once. */
  sources?: readonly Source[];
  /** Where the workflows go. */
  folderId: string | undefined;
  onClose(): void;
}

/** Takes workflows from files or a paste, and tells what became of each. */
export function ImportDialog({ sources, folderId, onClose }: Props) {
  const texts = useTexts();
  const { words, workflows } = texts;
  const refresh = useRefreshLists();
  const [pasted, setPasted] = useState('');
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const [results, setResults] = useState<readonly Imported[]>();
  const file = useRef<HTMLInputElement>(null);
  const started = useRef(false);

  const run = async (from: readonly Source[]) => {
    setProgress({ done: 0, all: from.length });
    const done = await importAll(from, folderId, texts, (count, all) => setProgress({ done: count, all }));
    setProgress(undefined);
    setResults(done);
    await refresh();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is imported once
  useEffect(() => {
    if (!sources || started.current) return;
    started.current = true;
    void run(sources);
  }, []);

  const imported = results?.filter(({ workflow }) => workflow) ?? [];
  if (results) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="medium"
        title={imported.length > 0 ? workflows.importDone(imported.length) : workflows.importNone}
        actions={
          <Button look="primary" onClick={onClose}>
            {words.close}
          </Button>
        }
      >
        <ImportReport results={results} onOpen={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !progress && onClose()}
      size="medium"
      title={workflows.importTitle}
      description={workflows.importText}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            look="primary"
            busy={progress !== undefined}
            disabled={!pasted.trim()}
            onClick={() => void run(pastedSources(pasted, workflows.pasted))}
          >
            {workflows.importAction}
          </Button>
        </>
      }
    >
      {progress ? (
        <div role="status" className="py-10 text-center">
          <progress
            className="w-full accent-accent"
            aria-label={workflows.importTitle}
            value={progress.done}
            max={progress.all}
          />
          <p className="mt-2 text-muted">{workflows.importing(progress.done, progress.all)}</p>
        </div>
      ) : (
        <>
          <fieldset
            aria-label={workflows.chooseFiles}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              event.stopPropagation();
              void run(sourcesOf(event.dataTransfer.files));
            }}
            className="flex flex-col items-center gap-2 rounded-card border border-dashed border-control bg-sunken px-4 py-8"
          >
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              multiple
              hidden
              onChange={({ target }) => target.files?.length && void run(sourcesOf(target.files))}
            />
            <Button icon={<Upload size={14} aria-hidden="true" />} onClick={() => file.current?.click()}>
              {workflows.chooseFiles}
            </Button>
            <p className="text-muted max-phone:hidden">{workflows.orDrop}</p>
          </fieldset>
          <Field label={workflows.paste} className="mt-4">
            {(control) => (
              <TextArea
                {...control}
                value={pasted}
                onChange={({ target }) => setPasted(target.value)}
                spellCheck={false}
                className="font-mono !text-sm"
                rows={5}
              />
            )}
          </Field>
        </>
      )}
    </Dialog>
  );
}
