import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { NodeFault } from '@orchestrator/node-sdk';
import { BlobFiles, createHttpClient, type HttpClient } from '@orchestrator/runtime';
import type { JsonValue } from '@orchestrator/workflow';
import { Config } from '../../config/config.js';
import { JsonReader } from '../json/json-reader.js';
import { WorkerFault } from '../workers/worker-fault.js';

/** The one way out: every call that a workflow makes goes through it and past its address check. */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly client: HttpClient;

  constructor(config: Config, files: BlobFiles, json: JsonReader) {
    this.client = createHttpClient({
      egressAllow: config.EGRESS_ALLOW,
      egressProxy: config.EGRESS_PROXY,
      egressCaFile: config.EGRESS_CA_FILE,
      files,
      readJson: (bytes, tenantId) => readAnswer(json, bytes, tenantId),
    });
  }

  readonly request: HttpClient['request'] = (request, options) => this.client.request(request, options);

  onApplicationShutdown(): Promise<void> {
    return this.client.close();
  }
}

/** The JSON of a large answer, by the bounds that bodies of calls have. */
async function readAnswer(
  json: JsonReader,
  { buffer, byteOffset, byteLength }: Uint8Array,
  tenantId: string,
): Promise<JsonValue | undefined> {
  const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  const read = await json.read(bytes, 'drop', tenantId).catch((error: unknown) => {
    if (!(error instanceof WorkerFault)) throw error;
    throw new NodeFault(`The answer could not be read: ${error.message}`, { code: 'http.failed', cause: error });
  });
  if (!('refusal' in read)) return read.value;
  if (read.refusal.code === 'body.malformed') return undefined;
  throw new NodeFault(`The answer is too much to be read: ${read.refusal.detail}`, {
    code: 'http.too_large',
    description: 'Ask for less at a time (paging, filters), or take the answer as a file.',
    retryable: false,
  });
}

@Global()
@Module({ providers: [Egress], exports: [Egress] })
export class EgressModule {}
