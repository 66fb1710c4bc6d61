export * from './document.js';
export { errorInWords } from './error-words.js';
export { expressionExcerpt } from './expression-excerpt.js';
export { isExpression } from './expression-mark.js';
export { ancestors, descendants, topologicalOrder } from './graph/graph.js';
export { changedNodes, outdatedNodes, spread } from './graph/outdated-nodes.js';
export { type IsCode, type ReferenceRewriting, renameNode, renameReferences } from './graph/rename-nodes.js';
export {
  type BinaryRef,
  BinaryRefSchema,
  type Item,
  type ItemError,
  ItemErrorSchema,
  ItemSchema,
  type PairedItem,
  PairedItemSchema,
} from './item.js';
export type { JsonObject, JsonValue } from './json.js';
export { sameJson } from './same-json.js';
export { workflowJsonSchema } from './schema.js';
export { type Fault, MAX_FAULTS } from './validate/fault.js';
export { DEFAULT_LIMITS, type DocumentLimits, findTooLarge } from './validate/limits.js';
export type {
  ExpressionRules,
  InspectedCode,
  LoopPorts,
  NodeTypeInfo,
  NodeTypeLookup,
  ParameterFault,
  PortInfo,
} from './validate/node-types.js';
export { type ValidationOptions, validateWorkflow, validationSteps } from './validate/validate-workflow.js';
export { valueAt } from './value-at.js';
