import { errorMessage, NodeFault } from '@orchestrator/node-sdk';

const TLS_CODES =
  /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|EPROTO|INVALID_CA)/;

/** Turns whatever a call threw into a fault that says what happened, in plain words. A `NodeFault` stays as it is. */
export function httpFault(error: unknown, url: URL): NodeFault {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    if (each instanceof NodeFault) return each;
    if (each instanceof AggregateError && each.errors.length > 0) return httpFault(each.errors[0], url);
    const known = describe((each as NodeJS.ErrnoException).code ?? '', url, each);
    if (known) return new NodeFault(known.message, { ...known, cause: error });
  }
  return new NodeFault(`The call to ${url.host} failed: ${errorMessage(error)}`, { code: 'http.failed', cause: error });
}

interface Described {
  message: string;
  code: string;
  description?: string;
  retryable?: boolean;
}

function describe(code: string, url: URL, error: Error): Described | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return { code: 'http.dns', message: `The host ${url.hostname} was not found. Check the URL` };
    case 'EAI_AGAIN':
      return { code: 'http.dns', message: `The name of the host ${url.hostname} could not be looked up just now` };
    case 'ECONNREFUSED':
      return { code: 'http.connect', message: `${url.host} refused the connection. Is the service running there?` };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { code: 'http.connect', message: `${url.host} can't be reached from this server` };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return { code: 'http.connect', message: `${url.host} closed the connection before it had answered` };
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return { code: 'http.timeout', message: `${url.host} did not accept the connection in time` };
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return { code: 'http.timeout', message: `${url.host} stopped answering` };
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { code: 'http.too_large', message: `The headers that ${url.host} answered are too large` };
    case 'UND_ERR_INVALID_ARG':
    case 'UND_ERR_NOT_SUPPORTED':
    case 'ERR_INVALID_CHAR':
      return { code: 'http.request', message: `The request can't be sent: ${error.message}`, retryable: false };
    default:
  }
  if (TLS_CODES.test(code)) {
    return {
      code: 'http.tls',
      message: `No trusted connection to ${url.host}: ${error.message}`,
      description: 'The certificate could not be verified. For a server you trust, ignore SSL issues in the options.',
    };
  }
  return undefined;
}
