/**
 * What runs inside an isolate: native JavaScript with the language's globals and methods. Pure JavaScript, no Node API,
 * so that it can be bundled. Nothing here guards anything: the isolate is the wall.
 */
export { type CodeHooks, codeGlobals } from './code-globals.js';
export { evaluateInIsolate } from './evaluate.js';
export { type ScopeSnapshot, scopeFromSnapshot, snapshotScope } from './snapshot.js';
