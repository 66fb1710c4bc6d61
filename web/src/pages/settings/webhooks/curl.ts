const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

export const takesBody = (method: string): boolean => !WITHOUT_BODY.has(method);

/** A call for the command line; what an address holds can't break out of its quotes. */
export function curlOf(method: string, url: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const body = takesBody(method) ? ` -H 'content-type: application/json' -d '{"hello":"world"}'` : '';
  return `curl -X ${method} ${quoted(url)}${body}`;
}
