import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Never written to a log, wherever they turn up at the first levels of what is logged. */
const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'secret',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * An error without what libraries hang on it: a failed statement carries its values, a failed call its headers.
 * @param error as pino hands it to a serializer: or its stack alone
 */
function toldError(error: Error | string) {
  if (typeof error === 'string') return error;
  const { type, message, stack, code } = pino.stdSerializers.err(error) as ReturnType<
    typeof pino.stdSerializers.err
  > & {
    code?: unknown;
  };
  return { type, message, stack, code };
}

/** The process's log: one JSON object a line, on standard error, so that standard output stays for people. */
export function openLog(level: string, to: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: { paths: REDACTED, censor: '***' },
      serializers: { err: toldError, error: toldError },
    },
    to,
  );
}

/** Nest's own log lines and those of `new Logger(name)`, by pino. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    // What Nest says while it starts (every route, every module) is noise to an operator.
    this.write(isNests(rest) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.logger[level]({ context, ...message });
    else this.logger[level]({ context, ...(rest.length > 1 && rest[0] ? { detail: rest[0] } : {}) }, String(message));
  }
}

const NESTS = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);
const isNests = (rest: unknown[]) => NESTS.has(String(rest.at(-1)));
