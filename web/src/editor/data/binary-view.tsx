import type { BinaryRef, Item } from '@orchestrator/workflow';
import { Download, Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { authorisedFetch } from '../../api/client.ts';
import { handOver } from '../../api/hand-over.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { toastFault } from '../../ui/toast.tsx';

interface Props {
  items: readonly Item[];
  executionId?: string;
}

/** The files that items carry. */
export function BinaryView({ items, executionId }: Props) {
  return (
    <ul className="flex flex-col gap-2 p-2">
      {items.flatMap((item, index) =>
        Object.entries(item.binary ?? {}).map(([name, file]) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
          <li key={`${index}\n${name}`} className="rounded-card border border-line p-3">
            <BinaryFile name={name} file={file} executionId={executionId} />
          </li>
        )),
      )}
    </ul>
  );
}

function BinaryFile({ name, file, executionId }: { name: string; file: BinaryRef; executionId?: string }) {
  const { panel } = useTexts();
  const [content, setContent] = useState<Blob>();
  const load = async () => {
    const blob = await fetchFile(file, executionId);
    setContent(blob);
    return blob;
  };
  const download = async () => handOver(content ?? (await load()), file.fileName ?? name);
  const available = file.data !== undefined || (file.id !== undefined && executionId !== undefined);
  return (
    <>
      <p className="font-medium break-all">{file.fileName ?? panel.fileOf(name)}</p>
      <p className="text-sm text-muted">
        {name} · {file.mimeType} {file.fileSize ? `· ${file.fileSize}` : ''}
      </p>
      {available && (
        <div className="mt-2 flex gap-2">
          <Button icon={<Eye size={14} />} onClick={() => void load().catch(toastFault)}>
            {panel.preview}
          </Button>
          <Button icon={<Download size={14} />} onClick={() => void download().catch(toastFault)}>
            {panel.download}
          </Button>
        </div>
      )}
      {content && <FilePreview blob={content} type={file.mimeType} name={file.fileName ?? name} />}
    </>
  );
}

async function fetchFile(file: BinaryRef, executionId: string | undefined): Promise<Blob> {
  if (file.data !== undefined) {
    const bytes = Uint8Array.from(atob(file.data), (sign) => sign.charCodeAt(0));
    return new Blob([bytes], { type: file.mimeType });
  }
  const path = `/api/v1/executions/${executionId}/files?file=${encodeURIComponent(file.id ?? '')}`;
  const answer = await authorisedFetch(new Request(new URL(path, location.origin)));
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? answer.statusText);
  return new Blob([await answer.arrayBuffer()], { type: file.mimeType });
}

/** Pictures that browsers draw without running anything in them. SVG is shown as a picture too: as such its scripts don't run. */
const PICTURES = /^image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml)$/;
const TEXTS = /^(text\/|application\/(json|xml|javascript|x-ndjson|yaml))/;
/** Browsers show it with a viewer of their own, which takes no frame that is sandboxed: so it has a tab of its own. */
const PDF = 'application/pdf';
const SHOWN_BYTES = 200_000;

/** Said before anything of a stranger's page is read, so that nothing in it is fetched, not even ahead of time. */
const NOTHING_FETCHED = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`;

/** A file, shown so that nothing in it can do anything. */
function FilePreview({ blob, type, name }: { blob: Blob; type: string; name: string }) {
  const { panel } = useTexts();
  const [address, setAddress] = useState<string>();
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (PICTURES.test(type) || type === PDF || /^(audio|video)\//.test(type)) {
      const made = URL.createObjectURL(blob);
      setAddress(made);
      return () => URL.revokeObjectURL(made);
    }
    if (TEXTS.test(type)) void blob.slice(0, SHOWN_BYTES).text().then(setText);
    return undefined;
  }, [blob, type]);
  if (PICTURES.test(type))
    return address ? <img src={address} alt={name} className="mt-2 max-h-80 max-w-full" /> : null;
  // biome-ignore-start lint/a11y/useMediaCaption: a stranger's file has none
  if (type.startsWith('audio/')) return address ? <audio src={address} controls className="mt-2 w-full" /> : null;
  if (type.startsWith('video/'))
    return address ? <video src={address} controls className="mt-2 max-h-80 w-full" /> : null;
  // biome-ignore-end lint/a11y/useMediaCaption: a stranger's file has none
  if (type === PDF && address) {
    return (
      <a href={address} target="_blank" rel="noopener noreferrer" className="mt-2 inline-block underline">
        {panel.openPdf}
      </a>
    );
  }
  if (text !== undefined) {
    return type === 'text/html' ? (
      <iframe
        title={name}
        sandbox=""
        srcDoc={NOTHING_FETCHED + text}
        className="mt-2 h-80 w-full rounded-control border border-line bg-white"
      />
    ) : (
      <pre className="mt-2 max-h-80 overflow-auto rounded-control bg-sunken p-2 font-mono text-sm whitespace-pre-wrap">
        {text}
      </pre>
    );
  }
  return <p className="mt-2 text-muted">{TEXTS.test(type) ? '' : panel.noPreview}</p>;
}
