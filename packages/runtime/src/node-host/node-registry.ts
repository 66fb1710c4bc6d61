import type { CredentialDefinition, NodeDefinition } from '@orchestrator/node-sdk';

/** The node and credential types that this process knows, looked up by type and version. */
export class NodeRegistry {
  private readonly nodes = new Map<string, NodeDefinition>();
  private readonly credentials = new Map<string, CredentialDefinition>();

  /** @throws when two definitions claim the same type and version */
  constructor(nodes: readonly NodeDefinition[], credentials: readonly CredentialDefinition[] = []) {
    for (const node of nodes) this.add(this.nodes, key(node.type, node.version), node);
    for (const credential of credentials) this.add(this.credentials, credential.type, credential);
  }

  node(type: string, version: number): NodeDefinition | undefined {
    return this.nodes.get(key(type, version));
  }
  credential(type: string): CredentialDefinition | undefined {
    return this.credentials.get(type);
  }
  allNodes(): readonly NodeDefinition[] {
    return [...this.nodes.values()];
  }
  allCredentials(): readonly CredentialDefinition[] {
    return [...this.credentials.values()];
  }

  private add<T>(map: Map<string, T>, name: string, value: T): void {
    if (map.has(name)) throw new Error(`'${name}' is declared twice`);
    map.set(name, value);
  }
}

function key(type: string, version: number): string {
  return `${type}@${version}`;
}
