import { authorisedFetch } from './client.ts';
import { nameIn } from './file-name.ts';
import { handOver } from './hand-over.ts';
import { ApiProblem } from './problem.ts';

/**
 * Asks the API for a file and hands it to the person, under the name that the server gives it.
 * @throws ApiProblem
 */
export async function saveFile(path: string, query: Readonly<Record<string, string>>): Promise<void> {
  const address = new URL(path, location.origin);
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value);
  const answer = await authorisedFetch(new Request(address));
  if (!answer.ok) throw new ApiProblem(answer.status, await answer.json().catch(() => ({})));
  handOver(await answer.blob(), nameIn(answer.headers.get('content-disposition') ?? ''));
}
