import { COMPILED_BYTES_KEPT, COMPILED_TEMPLATES_KEPT } from '../limits.js';
import { compileTemplate, type Template } from './template.js';

/** About the bytes that a compiled template takes: some closures, and more for each piece of syntax. */
const BYTES_AT_LEAST = 2_000;
const BYTES_PER_CHARACTER = 30;

/**
 * Compiled templates by text. They are kept in two generations: what is read moves to the young one, and when that has
 * half of what may be kept, the old one is forgotten. So what was not read for longest goes first, and reading costs one
 * look-up.
 */
export class Templates {
  private young = new Map<string, Template>();
  private old = new Map<string, Template>();
  private bytes = 0;

  get(text: string): Template {
    const known = this.young.get(text);
    if (known) return known;
    const made = this.old.get(text) ?? compileTemplate(text);
    this.young.set(text, made);
    this.bytes += BYTES_AT_LEAST + text.length * BYTES_PER_CHARACTER;
    if (this.young.size >= COMPILED_TEMPLATES_KEPT / 2 || this.bytes >= COMPILED_BYTES_KEPT / 2) {
      this.old = this.young;
      this.young = new Map();
      this.bytes = 0;
    }
    return made;
  }
}
