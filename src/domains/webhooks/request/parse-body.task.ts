import { type EmptyJson, type PreparedJson, prepareJson } from '../../../infrastructure/json/prepare-json.js';
import { handOver } from '../../../infrastructure/workers/hand-over.js';
import { type BodyRefusal, BodyRefused, type Upload } from './body.js';
import { asUtf8 } from './charset.js';
import { bodyKind } from './media-type.js';
import { parseBody } from './parse-body.js';

/** What a large body says, as JSON that is ready to be put together. */
type Parsed = { refusal: BodyRefusal } | EmptyJson | { json: PreparedJson; uploads?: Upload[] };

/** Parses a large body in a thread. */
export default async function parse({
  bytes,
  contentType,
}: {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
}): Promise<Parsed> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (bodyKind(contentType) === 'json') return prepared(asUtf8(content, contentType, 'json'));
    const parsed = await parseBody(content, contentType);
    return parsed ? prepared(Buffer.from(JSON.stringify(parsed.value)), parsed.uploads) : { isEmpty: true };
  } catch (error) {
    if (error instanceof BodyRefused) return { refusal: error.refusal };
    throw error;
  }
}

function prepared(text: Buffer<ArrayBuffer>, uploads: Upload[] = []): Parsed {
  const json = prepareJson(text, 'drop');
  if (!('cuts' in json)) return json;
  return handOver({ json, uploads }, [json.bytes, json.cuts, ...uploads.map(({ content }) => content)]);
}
