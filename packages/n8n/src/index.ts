export { splitAllowedDomains } from './import/allowed-domains.js';
export { ImportFault } from './import/import-fault.js';
export { type Imported, importWorkflow } from './import/import-workflow.js';
export { isNativeDocument, type ReadDocument, readDocument, readSteps } from './import/read-document.js';
export type { ImportReport, UnsupportedNode } from './import/report.js';
export type { N8nDocument, N8nNode } from './n8n-document.js';
export { defineTranslator, type Translation, type Translator } from './translator.js';
export { translators } from './translators/index.js';
