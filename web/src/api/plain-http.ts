// What browsers give to pages that came by https, or from this machine, alone. On a local network people open the app by
// plain http, and it works there too.

/** A random UUID (version 4). */
export function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const { locks } = navigator as Partial<Navigator>;

/**
 * Does work while no other tab does work of that name. Where tabs can't agree on turns, it is done at once: a session's
 * cookie stays good for a while after it was renewed, and what tabs keep is written whole.
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  return locks ? (locks.request(name, work) as Promise<T>) : work();
}

/** Holds a name until it is released or the tab is closed. @returns nothing when another tab holds it */
export function hold(name: string): Promise<(() => void) | undefined> {
  if (!locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    void locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<void>((release) => resolve(release));
      resolve(undefined);
    });
  });
}

/** Puts a text on the clipboard. @throws when the browser refuses */
export async function copyText(text: string): Promise<void> {
  const { clipboard } = navigator as Partial<Navigator>;
  if (clipboard) return clipboard.writeText(text);
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { once: true });
  // The old way, which needs no secure page; browsers keep it for such.
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!done) throw new Error('The browser does not let this page copy.');
}
