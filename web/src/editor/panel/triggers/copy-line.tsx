import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '../../../api/plain-http.ts';
import { useTexts } from '../../../texts/texts.ts';
import { IconButton } from '../../../ui/button.tsx';

const SHOWN_MS = 2_000;

/** A text to be copied, with a button for it. */
export function CopyLine({ lead, text, label }: { lead?: string; text: string; label: string }) {
  const { words } = useTexts();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="flex items-center gap-2 rounded-control bg-sunken ps-2.5">
      {lead && <span className="shrink-0 font-mono text-sm text-muted">{lead}</span>}
      <code className="min-w-0 flex-1 py-1.5 font-mono text-sm break-all">{text}</code>
      <IconButton label={copied ? words.copied : label} onClick={() => void copyText(text).then(() => setCopied(true))}>
        {copied ? <Check size={14} /> : <Copy size={14} />}
      </IconButton>
    </div>
  );
}
