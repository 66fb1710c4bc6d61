export * from './context.js';
export * from './define-node.js';
export { eachItem } from './each-item.js';
export { errorMessage, NodeFault } from './errors.js';
export { type EvaluateValue, parameterValues } from './parameter-values.js';
export * from './parameters.js';
