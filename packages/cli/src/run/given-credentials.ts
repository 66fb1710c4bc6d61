import { splitAllowedDomains } from '@orchestrator/n8n';
import { NodeFault } from '@orchestrator/node-sdk';
import { type CredentialSource, type HeldCredential, hostPattern } from '@orchestrator/runtime';
import type { CredentialRef, JsonObject, WorkflowDocument } from '@orchestrator/workflow';
import { UsageFault } from '../usage-fault.js';

interface GivenCredential extends HeldCredential {
  id?: string;
  type: string;
}

/**
 * The credentials of `--credentials`: a list of `{id, name, type, data}`, fields in the clear, as n8n exports them.
 * Where they may go is what they say of it (`allowedHosts`, or n8n's fields among the data); else the first host that a node
 * of a run sends one to is that node's only one.
 */
export class GivenCredentials implements CredentialSource {
  private constructor(private readonly list: readonly GivenCredential[]) {}

  private readonly claimed = new Map<string, string>();

  static readonly NONE = new GivenCredentials([]);

  /** @throws UsageFault naming the entry that can't be used */
  static read(given: unknown): GivenCredentials {
    if (!Array.isArray(given)) throw new UsageFault('--credentials: the file has to hold a JSON array of credentials.');
    return new GivenCredentials(given.map(readOne));
  }

  /**
   * The document with each credential that its nodes name pointed to one of the list: by id, else by type and name, else by
   * type alone. What is not there is left as it is.
   */
  pointedTo(document: WorkflowDocument): WorkflowDocument {
    if (this.list.length === 0) return document;
    const nodes = document.nodes.map((node) => {
      if (!node.credentials) return node;
      const refs = Object.entries(node.credentials).map(([type, ref]) => [type, this.refOf(type, ref)]);
      return { ...node, credentials: Object.fromEntries(refs) };
    });
    return { ...document, nodes };
  }

  async read(_tenantId: string, type: string, id: string): Promise<HeldCredential> {
    const found = this.list[Number(id.slice(PLACE.length))];
    if (id.startsWith(PLACE) && found?.type === type) return found;
    throw new NodeFault(`This node needs a credential of the type "${type}", and none was given.`, {
      code: 'credential.missing',
      description: 'Give it with --credentials FILE, a JSON list of {id, name, type, data}.',
      retryable: false,
    });
  }

  async claimHost(_tenantId: string, id: string, host: string, by: { executionId: string; node: string }) {
    const key = JSON.stringify([by.executionId, by.node, id]);
    if (!this.claimed.has(key)) this.claimed.set(key, host);
    return [this.claimed.get(key) as string];
  }

  private refOf(type: string, ref: CredentialRef): CredentialRef {
    const ofType = [...this.list.entries()].filter(([, each]) => each.type === type);
    const found =
      ofType.find(([, { id }]) => id !== undefined && id === ref.id) ??
      ofType.find(([, { name }]) => name === ref.name) ??
      ofType[0];
    return found ? { ...ref, id: `${PLACE}${found[0]}` } : ref;
  }
}

/** How a node's reference names a place in the list. */
const PLACE = '--credentials#';

function readOne(given: unknown, at: number): GivenCredential {
  const { id, name = '', type, data, allowedHosts } = Object(given) as Record<string, unknown>;
  const wrong = (why: string) => new UsageFault(`--credentials: entry ${at} ${why}.`);
  if (typeof type !== 'string' || type === '') throw wrong('has no type');
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw wrong('has no data, an object of its fields');
  const split = splitAllowedDomains(data as JsonObject);
  const hosts = allowedHosts ?? split.hosts ?? [];
  if (!Array.isArray(hosts)) throw wrong('has allowed hosts that are no list');
  const patterns = hosts.map((host) => {
    const pattern = hostPattern(String(host));
    if (pattern === undefined) throw wrong(`may be sent to "${host}", which is no host`);
    return pattern;
  });
  return {
    ...(id === undefined || id === null ? {} : { id: String(id) }),
    name: String(name),
    type,
    data: split.data,
    allowedHosts: patterns,
  };
}
