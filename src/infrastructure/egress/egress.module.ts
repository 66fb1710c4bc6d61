import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { BlobFiles, createHttpClient, type HttpClient } from '@orchestrator/runtime';
import { Config } from '../../config/config.js';

/** The one way out: every call that a workflow makes goes through it and past its address check. */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly client: HttpClient;

  constructor(config: Config, files: BlobFiles) {
    this.client = createHttpClient({
      egressAllow: config.EGRESS_ALLOW,
      egressProxy: config.EGRESS_PROXY,
      egressCaFile: config.EGRESS_CA_FILE,
      files,
    });
  }

  readonly request: HttpClient['request'] = (request, options) => this.client.request(request, options);

  onApplicationShutdown(): Promise<void> {
    return this.client.close();
  }
}

@Global()
@Module({ providers: [Egress], exports: [Egress] })
export class EgressModule {}
