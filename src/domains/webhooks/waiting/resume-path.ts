import { calledPath, queryOf } from '../ingress/call.js';

/** An address below /webhook-waiting, taken apart. */
export interface ResumePath {
  executionId: string;
  /** What stands behind the id, decoded: the token, and the suffix of the wait where it has one. */
  rest: readonly string[];
  /** What the caller says, without a question mark. */
  query: string;
}

/**
 * Reads the address of a call that is to let a run go on. Workflows that were made for other addresses add `&approved=yes`
 * to what had a query already; ours has none, so an ampersand in the path begins one.
 */
export function resumePath(url: string): ResumePath {
  const query = queryOf(url);
  const [path = ''] = url.split('?');
  const [address = '', ...added] = path.split('&');
  const [executionId = '', ...rest] = (calledPath(address)?.path ?? '').split('/');
  return { executionId, rest, query: [...added, query].filter(Boolean).join('&') };
}
