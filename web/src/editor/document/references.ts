import { renameNodesInCode, renameNodesInExpression } from '@orchestrator/expression';
import type { ReferenceRewriting } from '@orchestrator/workflow';

/** References to nodes are rewritten by the parser of the language. */
export const REWRITING: ReferenceRewriting = { inExpression: renameNodesInExpression, inCode: renameNodesInCode };
