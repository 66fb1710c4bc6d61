/** Beginnings of media types that are files rather than text a workflow reads. */
const FILE_TYPES = [
  'image/',
  'audio/',
  'video/',
  'font/',
  'application/octet-stream',
  'application/pdf',
  'application/zip',
  'application/gzip',
  'application/x-gzip',
  'application/x-bzip',
  'application/x-7z-compressed',
  'application/x-tar',
  'application/x-rar',
  'application/vnd.rar',
  'application/epub+zip',
  'application/msword',
  'application/vnd.ms-',
  'application/vnd.openxmlformats-officedocument',
  'application/vnd.oasis.opendocument',
  'application/vnd.amazon.ebook',
  'application/x-cdf',
  'application/java-archive',
  'application/wasm',
];

/** Whether an answer of this content type is a file. JSON, XML, text and what doesn't say what it is are not. */
export function isFileType(contentType: string): boolean {
  const type = contentType.toLowerCase();
  return FILE_TYPES.some((each) => type.startsWith(each));
}

/**
 * The file name that an answer suggests: its `content-disposition` (RFC 6266, extended form first), else the last part of
 * the address when that looks like a file's name. Never holds a path.
 */
export function suggestedFileName(contentDisposition: string, url: URL): string | undefined {
  const extended = /filename\*\s*=\s*[\w-]*'[^']*'([^;]+)/i.exec(contentDisposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(contentDisposition);
  const named = extended ? decoded(extended.trim()) : (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim());
  const last = decoded(url.pathname.split('/').at(-1) ?? '');
  const name = named ?? (last.includes('.') ? last : undefined);
  return name?.split(/[/\\]/).at(-1) || undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
