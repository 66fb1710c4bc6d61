// Recognising addresses in text. Linear patterns only: this runs on tenants' text in a process that serves others.
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,10}[A-Za-z]{2,63}/;
const URL_FORM = /^(https?:)\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]+)(:\d+)?(\/[^\s?#]*)?(\?[^\s#]*)?(#\S*)?$/i;
const HOST = /^(?:localhost|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})$/i;

export const isEmail = (text: string): boolean => text.length < 320 && EMAIL.exec(text)?.[0] === text;
export const firstEmail = (text: string): string | undefined => EMAIL.exec(text)?.[0];
export const isUrl = (text: string): boolean => URL_FORM.test(text);

/** Whether a text begins with the name of a host, and is no address of a person or page with a scheme. */
export function isDomain(text: string): boolean {
  const host = /^[^\s/?#:@]+(?=$|[/?#:])/.exec(text)?.[0];
  return host !== undefined && HOST.test(host) && !text.includes('://');
}

/** The host of an address of a page or a person, or of a text that is a domain. */
export function hostOf(text: string): string | undefined {
  const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^[^\s/?#@]*@/, '');
  const host = /^[^\s/?#:@]+/.exec(bare)?.[0];
  if (host === undefined || !HOST.test(host) || /\s/.test(text)) return undefined;
  return host;
}

/** The first address of a page in a text whose host has a top-level domain. */
export function firstUrl(text: string): string | undefined {
  return /https?:\/\/(?:www\.)?[a-z0-9][a-z0-9-]*[a-z0-9]\.[^\s]{2,}/i.exec(text)?.[0];
}

/** The path of an address of a page, `/` when it has none. */
export function pathOf(text: string): string | undefined {
  const found = URL_FORM.exec(text);
  return found ? (found[4] ?? '/') : undefined;
}
