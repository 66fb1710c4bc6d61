export { BlobFiles } from './blobs/blob-files.js';
export { type BlobContent, BlobMissing, type BlobScope, BlobStore, partsOfId } from './blobs/blob-store.js';
export { DiskBlobStore } from './blobs/disk-blob-store.js';
export { MemoryBlobStore } from './blobs/memory-blob-store.js';
export { hostPattern } from './http/credential-hosts.js';
export { createHttpClient, type HttpClient, type HttpClientOptions } from './http/http-client.js';
export { type CredentialAnswer, createRequestSigner, type UsedCredential } from './http/sign-request.js';
export { SmallPieces, TooManyPieces } from './http/small-pieces.js';
export type { NodeHostOptions } from './node-host/host-services.js';
export { NodeHost } from './node-host/node-host.js';
export { NodeRegistry } from './node-host/node-registry.js';
export type {
  BlobAccess,
  CodeHost,
  CodeHostJob,
  CodeHostResult,
  CredentialSource,
  Globals,
  HeldCredential,
  HttpSender,
  RequestSigner,
  StateReader,
} from './node-host/ports.js';
export { shapeOf } from './node-host/shape.js';
export { systemClock } from './system-clock.js';
