export * from './context.js';
export { type DeclaredPort, kindOf, portsOf, withDefaults } from './declared-ports.js';
export * from './define-node.js';
export { eachItem } from './each-item.js';
export { errorMessage, NodeFault } from './errors.js';
export { nodeTypeLookup } from './node-type-info.js';
export {
  containsExpression,
  type EvaluateText,
  evaluateDeep,
  type PreparedParameters,
  prepareParameters,
} from './parameter-values.js';
export * from './parameters.js';
export { isShown } from './visibility.js';
