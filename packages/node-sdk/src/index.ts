export * from './context.js';
export * from './define-node.js';
export { eachItem } from './each-item.js';
export { errorMessage, NodeFault } from './errors.js';
export * from './parameters.js';
