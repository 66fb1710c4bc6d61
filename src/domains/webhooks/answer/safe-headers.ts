import { validateHeaderName, validateHeaderValue } from 'node:http';

/** What confines a document that a workflow answers with, so that its scripts are of no origin. */
export const SANDBOX_POLICY = 'sandbox allow-forms allow-scripts';

/** Would act on the app's origin beyond the answer itself. */
const ACT_ON_ORIGIN = new Set([
  'set-cookie',
  'set-cookie2',
  'clear-site-data',
  'service-worker-allowed',
  'strict-transport-security',
  'alt-svc',
  'nel',
  'report-to',
  'reporting-endpoints',
  // Kept by the browser for the whole origin: hints to send, a session to bind, a sign-in to show, a cache to share.
  'accept-ch',
  'secure-session-registration',
  'sec-session-registration',
  'set-login',
  'use-as-dictionary',
]);
/** The connection's own: the server sets them, and a wrong one would split the answer. */
const OF_CONNECTION = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The headers that a workflow's answer may really have. Those that can't be sent are left out rather than answered with
 * a fault: the run is over by then.
 * @param confined the answer shares the app's origin
 */
export function safeHeaders(
  given: Readonly<Record<string, string>>,
  confined: boolean,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    if (OF_CONNECTION.has(key) || (confined && ACT_ON_ORIGIN.has(key)) || !isSendable(name, value)) continue;
    headers[key] = value;
  }
  if (confined) {
    // Two policies: a document is bound by both, so that a workflow can tighten the sandbox and not loosen it.
    const own = headers['content-security-policy'];
    headers['content-security-policy'] = typeof own === 'string' ? [SANDBOX_POLICY, own] : SANDBOX_POLICY;
    headers['x-content-type-options'] = 'nosniff';
  }
  return headers;
}

function isSendable(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
