import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { type Language, useWords } from '../../texts/texts.ts';

export type NodeType = components['schemas']['NodeView'];
export type PortLooks = components['schemas']['PortLooks'];
export type NodeLooks = components['schemas']['NodeLooks'];

/** The declarations of all node types, in the language of the app. They don't change while the server runs. */
const nodeTypesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['nodes', language],
    queryFn: async () => new NodeTypes((await unwrap(api.GET('/api/v1/nodes'))).items),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

/** The node types; nothing until they have come. */
export const useNodeTypes = (): NodeTypes | undefined => useQuery(nodeTypesQuery(useWords().language)).data;

/** Node types, found by name and version. */
export class NodeTypes {
  /** The newest version of each type, in the server's order. */
  readonly newest: readonly NodeType[];
  private readonly byKey: ReadonlyMap<string, NodeType>;

  constructor(readonly all: readonly NodeType[]) {
    this.byKey = new Map(all.map((each) => [`${each.type}@${each.version}`, each]));
    const newest = new Map<string, NodeType>();
    for (const each of all) {
      if (each.version > (newest.get(each.type)?.version ?? 0)) newest.set(each.type, each);
    }
    this.newest = [...newest.values()];
  }

  find(type: string, version: number): NodeType | undefined {
    return this.byKey.get(`${type}@${version}`);
  }
}
