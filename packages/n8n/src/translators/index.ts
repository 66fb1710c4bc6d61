import type { Translator } from '../translator.js';

/** Every translator, one or more for each of n8n's node types that has a native form. */
export const translators: readonly Translator[] = [];
