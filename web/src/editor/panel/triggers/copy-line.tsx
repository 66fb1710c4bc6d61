import { Check, Copy, SquareTerminal } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from '../../../api/plain-http.ts';
import { useTexts } from '../../../texts/texts.ts';
import { IconButton } from '../../../ui/button.tsx';

const SHOWN_MS = 2_000;

interface Props {
  lead?: string;
  text: string;
  label: string;
  /** The same in another form, with a button of its own. */
  more?: { label: string; text: string } | '';
}

/** A text to be copied, with a button for it. */
export function CopyLine({ lead, text, label, more }: Props) {
  return (
    <div className="flex items-center gap-1 rounded-control bg-sunken ps-2.5">
      {lead && <span className="me-1 shrink-0 font-mono text-sm text-muted">{lead}</span>}
      <code className="min-w-0 flex-1 py-1.5 font-mono text-sm break-all">{text}</code>
      <CopyButton text={text} label={label} icon={<Copy size={14} />} />
      {more && <CopyButton {...more} icon={<SquareTerminal size={14} />} />}
    </div>
  );
}

function CopyButton({ text, label, icon }: { text: string; label: string; icon: ReactNode }) {
  const { words } = useTexts();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton label={copied ? words.copied : label} onClick={() => void copyText(text).then(() => setCopied(true))}>
      {copied ? <Check size={14} /> : icon}
    </IconButton>
  );
}
