import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A page in one document: its style and script stand in it. */
export interface HtmlPage {
  /** The text, with values put in for its `{{names}}`. */
  render(values: Record<string, string>): string;
  /** For the header Content-Security-Policy. */
  policy: string;
}

const STYLE = /<link rel="stylesheet" href="([\w.-]+)">/g;
const SCRIPT = /<script src="([\w.-]+)"><\/script>/g;

/**
 * Reads a page of this folder.
 *
 * Its policy names style and script by their hashes and not by 'self', because workflows answer at the same origin:
 * what a tenant serves at /webhook/x.js must never be a script of a page of ours.
 */
export function htmlPage(file: string): HtmlPage {
  const styles: string[] = [];
  const scripts: string[] = [];
  const template = read(file)
    .replace(STYLE, (_tag, name: string) => `<style>${kept(styles, read(name))}</style>`)
    .replace(SCRIPT, (_tag, name: string) => `<script>${kept(scripts, read(name))}</script>`);
  const policy = [
    "default-src 'none'",
    `style-src ${sources(styles)}`,
    `script-src ${sources(scripts)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    render: (values) => template.replace(/\{\{(\w+)\}\}/g, (_all, name) => escaped(values[name] ?? '')),
    policy,
  };
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

function kept(list: string[], text: string): string {
  list.push(text);
  return text;
}

function sources(texts: readonly string[]): string {
  if (texts.length === 0) return "'none'";
  return texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
