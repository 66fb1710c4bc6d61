import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { XMLParser } from 'fast-xml-parser';
import { DEPTH_LIMIT } from '../../../infrastructure/json/json-bounds.js';
import { BodyRefused } from './body.js';

/** Tags, attributes and entities of an XML body. To read 100,000 of them takes some 200 ms. */
const MAX_XML_PARTS = 200_000;
/** Where the parser puts text; no tag can have this name. */
const TEXT = '#text';

const xml = new XMLParser({
  attributesGroupName: '$',
  attributeNamePrefix: '',
  ignoreAttributes: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  textNodeName: TEXT,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  maxNestedTags: DEPTH_LIMIT,
  transformTagName: (name: string) => name.toLowerCase(),
});

/**
 * Reads XML as n8n shows it: names of tags in lower case, attributes under `$`, text beside them or beside other tags under
 * `_`, everything text, runs of white space as one blank, tags of one name as a list, and an empty tag as an empty text.
 * @throws BodyRefused when it is not XML, or over its bounds
 */
export function readXml(text: string): JsonValue {
  if (hasMoreParts(text, MAX_XML_PARTS)) {
    const detail = `The XML has more than ${MAX_XML_PARTS} tags, attributes and entities.`;
    throw new BodyRefused({ status: 413, code: 'body.too_many_parts', detail });
  }
  let root: JsonObject;
  try {
    root = xml.parse(text, true) as JsonObject;
  } catch (error) {
    throw malformed((error as Error).message);
  }
  const names = Object.keys(root).filter((name) => name !== TEXT);
  const [name] = names;
  if (name === undefined || names.length > 1 || Array.isArray(root[name])) {
    throw malformed(name === undefined ? 'it has no tag.' : 'it has more than one outermost tag.');
  }
  return { [name]: shown(root[name] as JsonValue) };
}

/** A tag as n8n shows it, of what the parser made of it. */
function shown(tag: JsonValue): JsonValue {
  if (Array.isArray(tag)) return tag.map(shown);
  if (typeof tag !== 'object' || tag === null) return isBlank(tag as string) ? tag : joined(tag as string);
  const { [TEXT]: text, $: attributes, ...tags } = tag;
  const out: JsonObject = {};
  if (typeof text === 'string' && !isBlank(text)) out._ = joined(text);
  if (attributes !== undefined) out.$ = attributes;
  for (const [name, value] of Object.entries(tags)) out[name] = shown(value as JsonValue);
  return out;
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);
const joined = (text: string): string => text.replace(/\s{2,}/g, ' ').trim();

function malformed(why: string): BodyRefused {
  return new BodyRefused({ status: 400, code: 'body.malformed', detail: `The body is not XML: ${why}` });
}

/** Whether the text has more places than `limit` where a tag, the value of an attribute, or an entity begins. */
function hasMoreParts(text: string, limit: number): boolean {
  let parts = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code === 60 || code === 61 || code === 38) && ++parts > limit) return true; // `<`, `=`, `&`
  }
  return false;
}
