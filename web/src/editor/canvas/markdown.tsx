import type { ReactNode } from 'react';

/** Addresses that a link may lead to; others stay text. */
const SAFE = /^(https?:\/\/|mailto:)/i;
const INLINE = /\*\*([^*\n]+)\*\*|`([^`\n]+)`|\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>)]+)/g;

/** Bold, code and links of one line, as React nodes: what strangers write is never read as HTML. */
function inline(text: string): ReactNode[] {
  const out: ReactNode[] = [];
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, code, label, target, bare] = match;
    const at = match.index;
    if (at > done) out.push(text.slice(done, at));
    done = at + whole.length;
    if (bold) out.push(<strong key={at}>{bold}</strong>);
    else if (code)
      out.push(
        <code key={at} className="font-mono text-[0.92em]">
          {code}
        </code>,
      );
    else {
      const href = target ?? bare ?? '';
      out.push(SAFE.test(href) ? <SafeLink key={at} href={href} text={label ?? href} /> : whole);
    }
  }
  if (done < text.length) out.push(text.slice(done));
  return out;
}

const SafeLink = ({ href, text }: { href: string; text: string }) => (
  <a
    href={href}
    target="_blank"
    rel="noreferrer noopener"
    className="nodrag nopan font-medium text-accent underline"
    onClick={(event) => event.stopPropagation()}
  >
    {text}
  </a>
);

interface Block {
  kind: 'heading' | 'list' | 'text';
  lines: string[];
}

/** The blocks of a small Markdown: headings, lists and text. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    const bullet = /^\s*[-*]\s+(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (heading) blocks.push({ kind: 'heading', lines: [heading[1] ?? ''] });
    else if (bullet) {
      if (last?.kind === 'list') last.lines.push(bullet[1] ?? '');
      else blocks.push({ kind: 'list', lines: [bullet[1] ?? ''] });
    } else if (last?.kind === 'text') last.lines.push(line);
    else blocks.push({ kind: 'text', lines: [line] });
  }
  return blocks;
}

/** A note's text: headings, lists, bold, code and links. Everything else is shown as it stands. */
export function Markdown({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
  return blocksOf(text).map((block, index) => <BlockView key={index} {...block} />);
}

function BlockView({ kind, lines }: Block) {
  if (kind === 'heading') return <p className="font-semibold">{inline(lines[0] ?? '')}</p>;
  if (kind === 'text') return <p className="whitespace-pre-wrap">{inline(lines.join('\n'))}</p>;
  return (
    <ul className="list-disc ps-4">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <li key={at}>{inline(line)}</li>
      ))}
    </ul>
  );
}
