import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config, publicUrl } from '../config/config.js';

/** The address under which people reach this server. */
@Injectable()
export class PublicAddress {
  private known: string | undefined;

  constructor(
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Without a trailing slash. Known for good once the server listens. */
  base(): string {
    if (this.known !== undefined) return this.known;
    const bound = this.host.httpAdapter?.getHttpServer()?.address() as { port?: number } | string | null;
    const port = typeof bound === 'object' ? bound?.port : undefined;
    const base = publicUrl(this.config, port);
    if (port !== undefined) this.known = base;
    return base;
  }

  /** @param path begins with a slash */
  link(path: string): string {
    return this.base() + path;
  }
}
