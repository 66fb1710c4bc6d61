import type { NodeDefinition } from '@orchestrator/node-sdk';
import { placeholder } from './placeholder/placeholder.node.js';

/** Every built-in node type, one entry a type and version. */
export const builtinNodes: readonly NodeDefinition[] = [placeholder];
