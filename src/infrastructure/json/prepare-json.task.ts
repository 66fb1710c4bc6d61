import { handOver } from '../workers/hand-over.js';
import { type PrototypeKeys, prepareJson } from './prepare-json.js';

/** Gets a large JSON text ready in a thread. */
export default function prepare({ bytes, keys }: { bytes: Uint8Array<ArrayBuffer>; keys: PrototypeKeys }) {
  const prepared = prepareJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), keys);
  return 'cuts' in prepared ? handOver(prepared, [prepared.bytes, prepared.cuts]) : prepared;
}
