import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config, publicUrl } from '../config/config.js';

/** The address under which people reach this server. */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Without a trailing slash. */
  base(): string {
    const bound = this.host.httpAdapter?.getHttpServer()?.address() as { port?: number } | string | null;
    return publicUrl(this.config, typeof bound === 'object' ? bound?.port : undefined);
  }

  /** @param path begins with a slash */
  link(path: string): string {
    return this.base() + path;
  }
}
