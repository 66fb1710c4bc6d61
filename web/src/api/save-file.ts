import { authorisedFetch } from './client.ts';
import { nameIn } from './file-name.ts';
import { ApiProblem } from './problem.ts';

/** Until the browser has begun to take the file. */
const TAKEN_MS = 10_000;

/**
 * Asks the API for a file and hands it to the person, under the name that the server gives it.
 * @throws ApiProblem
 */
export async function saveFile(path: string, query: Readonly<Record<string, string>>): Promise<void> {
  const address = new URL(path, location.origin);
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value);
  const answer = await authorisedFetch(new Request(address));
  if (!answer.ok) throw new ApiProblem(answer.status, await answer.json().catch(() => ({})));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameIn(answer.headers.get('content-disposition') ?? '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
