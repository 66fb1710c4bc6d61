/** Until the browser has begun to take the file. */
const TAKEN_MS = 10_000;

/** Hands a file to the person, to be saved under a name. */
export function handOver(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}

/** The same for what is written as JSON. */
export const handOverJson = (value: unknown, name: string): void =>
  handOver(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }), name);
