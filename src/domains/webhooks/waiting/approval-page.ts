import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from '../../../http/preferred-language.js';
import { GO_ON_FIELD, GO_ON_VALUE } from './go-on.js';

/** The page that asks before a run goes on, and those that say why there is nothing to ask. */
export type PageKind = 'ask' | 'over' | 'unknown';

const TEXTS = {
  en: {
    ask: {
      title: 'Please confirm',
      text: 'This link lets a process go on that is waiting for an answer. Nothing has happened yet.',
      button: 'Continue',
      note: 'If you did not expect this, simply close this page.',
    },
    over: {
      title: 'Nothing is waiting here',
      text: 'The link has been used already, its time is over, or the process has not got this far yet.',
      note: 'If you did not use it yourself, ask whoever sent it to you.',
    },
    unknown: {
      title: 'This link leads nowhere',
      text: 'Check that the whole address was copied, up to its last character.',
      note: 'If it was, ask whoever sent it to you for a new one.',
    },
  },
  de: {
    ask: {
      title: 'Bitte bestätigen',
      text: 'Dieser Link lässt einen Ablauf weiterlaufen, der auf eine Antwort wartet. Bisher ist nichts geschehen.',
      button: 'Fortfahren',
      note: 'Wenn Sie das nicht erwartet haben, schließen Sie diese Seite einfach.',
    },
    over: {
      title: 'Hier wartet nichts',
      text: 'Der Link wurde schon benutzt, seine Zeit ist abgelaufen, oder der Ablauf ist noch nicht so weit.',
      note: 'Wenn Sie ihn nicht selbst benutzt haben, fragen Sie die Person, von der Sie ihn haben.',
    },
    unknown: {
      title: 'Dieser Link führt ins Leere',
      text: 'Prüfen Sie, ob die ganze Adresse kopiert wurde, bis zum letzten Zeichen.',
      note: 'Wenn ja, bitten Sie die Person, von der Sie ihn haben, um einen neuen.',
    },
  },
} as const;
type Language = keyof typeof TEXTS;

const NONCE_BYTES = 18;
const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;background:#f6f7f9;color:#1b1f24}
main{box-sizing:border-box;width:min(100% - 2rem,30rem);padding:2rem;border-radius:.75rem;background:#fff;border:1px solid #d5dae1}
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}
p{margin:0 0 1.25rem}
.note{margin:0;color:#57606a}
button{display:block;width:100%;min-height:3rem;margin:0 0 1.25rem;padding:.75rem 1.25rem;border:0;border-radius:.5rem;font:inherit;font-weight:600;background:#0b5cad;color:#fff;cursor:pointer}
button:hover{background:#094b8e}
button:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
@media (prefers-color-scheme:dark){body{background:#15181c;color:#e8eaed}main{background:#1f2328;border-color:#3b424a}.note{color:#a3acb6}}`;

/**
 * Answers with one of our own small pages. Nothing on it comes from a workflow, and nothing of it is a script. The button
 * posts to the address that the page was opened at, query and all.
 */
export function sendPage(request: FastifyRequest, reply: FastifyReply, kind: PageKind, status: number): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const language = preferredLanguage(request.headers['accept-language'], ['de']) as Language;
  reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policy(nonce),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      vary: 'Accept, Accept-Language, Sec-Fetch-Mode, User-Agent',
    })
    .send(request.method === 'HEAD' ? '' : page(language, kind, nonce));
}

/** What is sent on may answer with an address elsewhere, and browsers hold `form-action` against that too. */
const policy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'`;

function page(language: Language, kind: PageKind, nonce: string): string {
  const { title, text, note, ...more } = TEXTS[language][kind];
  const form =
    'button' in more
      ? `<form method="post"><input type="hidden" name="${GO_ON_FIELD}" value="${GO_ON_VALUE}"><button>${more.button}</button></form>`
      : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
${form}<p class="note">${note}</p>
</main>
</body>
</html>
`;
}
