export { type LogLine, NodeHost, type NodeHostOptions } from './node-host/node-host.js';
export { NodeRegistry } from './node-host/node-registry.js';
export type {
  BlobAccess,
  CodeHost,
  CodeHostJob,
  CodeHostResult,
  CredentialSource,
  Globals,
  HttpSender,
  RequestSigner,
  StateReader,
} from './node-host/ports.js';
export { shapeOf, withDefaults } from './node-host/shape.js';
