import type { JsonObject } from '@orchestrator/workflow';
import type { QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import { told } from '../texts/messages.ts';
import { credentialsQuery } from './credentials.queries.ts';

/** How a test came out: `null` where no call could show it. */
export interface Trial {
  ok: boolean | null;
  message: string;
}

/** Tries a stored credential out. The server keeps what that shows, and every place that shows it is told. */
export async function tryStored(queries: QueryClient, id: string): Promise<Trial> {
  try {
    return inWords(await unwrap(api.POST('/api/v1/credentials/{id}/test', { params: { path: { id } }, body: {} })));
  } finally {
    await queries.invalidateQueries({ queryKey: credentialsQuery.queryKey });
  }
}

/** Fields as they are typed. */
interface Typed {
  /** Of a new one. */
  type: string;
  data: JsonObject;
  allowedHosts?: string[];
}

/** Tries fields out that are not saved, and saves nothing. @param id of the credential that they change */
export async function tryTyped(id: string | undefined, { type, ...body }: Typed): Promise<Trial> {
  const trial = await unwrap(
    id === undefined
      ? api.POST('/api/v1/credentials/test', { body: { type, ...body } })
      : api.POST('/api/v1/credentials/{id}/test', { params: { path: { id } }, body }),
  );
  return inWords(trial);
}

const inWords = ({ ok, message }: Trial): Trial => ({ ok, message: told(message) });
