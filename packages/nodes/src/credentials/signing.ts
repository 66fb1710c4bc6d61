import type { HttpRequest } from '@orchestrator/node-sdk';

/** The request with a header in place of one of that name. */
export function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  const lower = name.toLowerCase();
  const others = Object.entries(request.headers ?? {}).filter(([each]) => each.toLowerCase() !== lower);
  return { ...request, headers: { ...Object.fromEntries(others), [name]: value } };
}

/** The request with a query parameter behind those it has, or in place of one of that name. */
export function withQueryParameter(request: HttpRequest, name: string, value: string): HttpRequest {
  const url = new URL(request.url);
  url.searchParams.set(name, value);
  return { ...request, url: url.href, secretQuery: [...(request.secretQuery ?? []), name] };
}
