/** How a body is read. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'xml';

/** The media type of a content type, in lower case and without parameters. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** How a body of a type is read; `undefined`: it is not, and kept as a file. */
export function bodyKind(contentType: string | undefined): BodyKind | undefined {
  const type = mediaType(contentType);
  if (type === 'application/json' || type === 'text/json' || type.endsWith('+json')) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type === 'multipart/form-data') return 'multipart';
  if (type === 'text/plain') return 'text';
  if (type.endsWith('/xml') || type.endsWith('+xml')) return 'xml';
  return undefined;
}

/** The `charset` of a content type in lower case; `undefined` when it names none. */
export function charsetOf(contentType: string | undefined): string | undefined {
  const found = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]*))/i.exec(contentType ?? '');
  return (found?.[1] ?? found?.[2])?.trim().toLowerCase() || undefined;
}
