export { jsonBytes, jsonMilliseconds, parsingMilliseconds } from './builtins/json-bytes.js';
export { diagnoseExpression } from './diagnose/diagnose.js';
export type { ExpressionHint, Mend } from './diagnose/hint.js';
export { createExpressionEngine, type ExpressionEngine } from './engine.js';
export { ExpressionFault } from './fault.js';
export {
  type CodeHooks,
  codeGlobals,
  evaluateInIsolate,
  type ScopeSnapshot,
  scopeFromSnapshot,
  snapshotScope,
} from './isolate/index.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export { linearPattern } from './regex/linear-pattern.js';
export * from './scope.js';
export { parseProgram } from './syntax/bounded-parser.js';
export { expressionRules } from './syntax/expression-rules.js';
export { type NewNames, renameNodesInCode, renameNodesInExpression } from './syntax/rename.js';
export { isExpression } from './syntax/template.js';
