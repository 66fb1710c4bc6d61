export type { N8nDocument, N8nNode } from './n8n-document.js';
export { defineTranslator, type Translation, type Translator } from './translator.js';
export { translators } from './translators/index.js';
