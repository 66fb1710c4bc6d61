import type { JsonObject } from '@orchestrator/workflow';
import type { N8nNode } from '../n8n-document.js';
import type { Translation, Translator } from '../translator.js';
import type { IdentifiedNode } from './identities.js';
import { originalName } from './original-name.js';
import type { ReportWriter } from './report.js';

/** The node type that stands for a node without a native form. */
export const PLACEHOLDER = 'placeholder';

/** Finds the translator of a node among those of its type; by type first, for a file may have thousands of nodes. */
export class TranslatorIndex {
  readonly #byType: ReadonlyMap<string, readonly Translator[]>;

  constructor(translators: readonly Translator[]) {
    this.#byType = Map.groupBy(translators, (translator) => translator.type);
  }

  find(type: string, version: number): Translator | undefined {
    return this.#byType.get(type)?.find((translator) => translator.versions?.(version) ?? true);
  }

  knowsType(type: string): boolean {
    return this.#byType.has(type);
  }
}

/**
 * Translates one node. What has no native form becomes a placeholder that keeps the original whole, and an entry of the
 * report. Never throws: parameters of a hostile or broken file may have any shape, and a translator may trip over them.
 */
export function translateNode(
  node: IdentifiedNode,
  parameters: JsonObject,
  index: TranslatorIndex,
  report: ReportWriter,
): Translation {
  const placeholder = (why: string): Translation => {
    const label = originalName(node.type);
    report.unsupported(node.name, node.type, label, why);
    return {
      type: PLACEHOLDER,
      version: 1,
      parameters: { source: 'n8n', type: node.type, label, typeVersion: node.typeVersion, why, parameters },
    };
  };
  const translator = index.find(node.type, node.typeVersion);
  if (!translator) {
    return placeholder(
      index.knowsType(node.type)
        ? `version ${node.typeVersion} of this node is not known here`
        : 'there is no node of this kind here yet',
    );
  }
  let translation: Translation;
  try {
    // The translator gets a copy: one that changes what it was given must not change the placeholder's original.
    translation = translator.translate(asN8nNode(node, structuredClone(parameters)), node.typeVersion);
  } catch (error) {
    return placeholder(`its parameters could not be read (${error instanceof Error ? error.message : String(error)})`);
  }
  for (const warning of translation.warnings ?? []) report.warn(`Node "${node.name}": ${warning}`);
  return translation.unsupported === undefined ? translation : placeholder(translation.unsupported);
}

/** The node as translators are told it is: what has the wrong type is left out. */
function asN8nNode({ raw, id, name, type, typeVersion }: IdentifiedNode, parameters: JsonObject): N8nNode {
  const credentials = raw.credentials;
  return {
    id,
    name,
    type,
    typeVersion,
    parameters,
    ...(typeof credentials === 'object' && credentials !== null && !Array.isArray(credentials)
      ? { credentials: credentials as N8nNode['credentials'] }
      : {}),
    ...pick(raw, 'string', ['notes', 'onError', 'webhookId']),
    ...pick(raw, 'boolean', ['disabled', 'retryOnFail', 'alwaysOutputData', 'executeOnce', 'continueOnFail']),
    ...pick(raw, 'number', ['maxTries', 'waitBetweenTries']),
  };
}

function pick(raw: Record<string, unknown>, type: 'string' | 'boolean' | 'number', keys: readonly string[]) {
  return Object.fromEntries(keys.filter((key) => typeof raw[key] === type).map((key) => [key, raw[key]]));
}
