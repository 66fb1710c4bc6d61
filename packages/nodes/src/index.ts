import type { NodeDefinition } from '@orchestrator/node-sdk';

/** Every built-in node type, one entry a type and version. */
export const builtinNodes: readonly NodeDefinition[] = [];
