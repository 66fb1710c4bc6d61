import { shellQuoted } from '../../../texts/shell-quoted.ts';

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

export const takesBody = (method: string): boolean => !WITHOUT_BODY.has(method);

/** A call for the command line. */
export function curlOf(method: string, url: string): string {
  const body = takesBody(method) ? ` -H 'content-type: application/json' -d '{"hello":"world"}'` : '';
  return `curl -X ${method} ${shellQuoted(url)}${body}`;
}
