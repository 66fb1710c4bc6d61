import type { ReactNode } from 'react';

/**
 * A little Markdown: headings, lists, paragraphs, code, bold, italics, links and bare addresses. It makes elements of its own and never
 * takes HTML in, so that a stranger's text can do nothing; whatever it does not know stays as it was typed.
 */
export function Markdown({ text }: { text: string }) {
  return <div className="flex flex-col gap-2 wrap-anywhere">{blocks(text)}</div>;
}

const LONGEST = 50_000;

function blocks(text: string): ReactNode[] {
  const out: ReactNode[] = [];
  const lines = text.slice(0, LONGEST).split(/\r?\n/);
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    if (line.startsWith('```')) {
      const end = lines.findIndex((each, index) => index > at && each.startsWith('```'));
      const to = end < 0 ? lines.length : end;
      out.push(
        <pre key={at} className="overflow-auto rounded-control bg-sunken p-2 font-mono text-sm">
          {lines.slice(at + 1, to).join('\n')}
        </pre>,
      );
      at = to + 1;
    } else if (heading) {
      out.push(
        <p key={at} className={heading[1]?.length === 1 ? 'text-lg font-semibold' : 'font-semibold'}>
          {inline(heading[2] ?? '')}
        </p>,
      );
      at++;
    } else if (/^\s*([-*]|\d+\.)\s+/.test(line)) {
      const from = at;
      while (at < lines.length && /^\s*([-*]|\d+\.)\s+/.test(lines[at] ?? '')) at++;
      const isNumbered = /^\s*\d/.test(line);
      const items = lines.slice(from, at).map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <li key={index}>{inline(each.replace(/^\s*([-*]|\d+\.)\s+/, ''))}</li>
      ));
      out.push(
        isNumbered ? (
          <ol key={from} className="list-decimal ps-5">
            {items}
          </ol>
        ) : (
          <ul key={from} className="list-disc ps-5">
            {items}
          </ul>
        ),
      );
    } else if (line.trim() === '') at++;
    else {
      const from = at;
      while (
        at < lines.length &&
        (lines[at] ?? '').trim() !== '' &&
        !/^(#{1,4}\s|```|\s*([-*]|\d+\.)\s)/.test(lines[at] ?? '')
      )
        at++;
      if (at === from) at++;
      out.push(
        <p key={from} className="whitespace-pre-line">
          {inline(lines.slice(from, at).join('\n'))}
        </p>,
      );
    }
  }
  return out;
}

const INLINE =
  /(`[^`\n]+`)|(\*\*[^*\n]+\*\*)|(\*[^*\n]+\*)|(\[[^\]\n]{1,200}\]\([^)\s]{1,2000}\))|(https?:\/\/[^\s<>)]{1,2000})/;
const SAFE_LINK = /^(https?:|mailto:)/i;

function inline(text: string): ReactNode[] {
  return text.split(INLINE).map((part, index) => {
    const key = index;
    if (part === undefined || part === '') return null;
    if (/^`[^`]+`$/.test(part)) {
      return (
        <code key={key} className="rounded bg-sunken px-1 font-mono text-sm">
          {part.slice(1, -1)}
        </code>
      );
    }
    if (/^\*\*[^*]+\*\*$/.test(part)) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (/^\*[^*]+\*$/.test(part)) return <em key={key}>{part.slice(1, -1)}</em>;
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (link && SAFE_LINK.test(link[2] ?? '')) return <Link key={key} href={link[2] ?? ''} text={link[1] ?? ''} />;
    if (/^https?:\/\/\S+$/.test(part)) return <Link key={key} href={part} text={part} />;
    return part;
  });
}

/** On a canvas it is followed, not dragged. */
const Link = ({ href, text }: { href: string; text: string }) => (
  <a
    href={href}
    target="_blank"
    rel="noreferrer noopener"
    className="nodrag nopan text-accent underline"
    onClick={(event) => event.stopPropagation()}
  >
    {text}
  </a>
);
