import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '@orchestrator/workflow';
import { withoutAppCookies } from '../../../http/app-cookies.js';

/**
 * The headers of a call as its item has them. An item is kept, shown to every viewer, and handed to nodes and services: what
 * let the caller in is not in it, and neither are cookies that open the app.
 * @param proof the header that was checked; every other stays, as workflows check signatures themselves
 */
export function itemHeaders(headers: IncomingHttpHeaders, proof: string | undefined): JsonObject {
  const { cookie } = headers;
  const ownCookies = cookie === undefined ? undefined : withoutAppCookies(cookie);
  if (proof === undefined && ownCookies === cookie) return headers as JsonObject;
  const { [proof ?? '']: _, cookie: __, ...shown } = headers;
  if (ownCookies !== undefined && proof !== 'cookie') shown.cookie = ownCookies;
  return shown as JsonObject;
}
