import { de } from './templates.de.js';
import type { Template } from './templates.js';

const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de };

/** The languages that templates speak besides English. */
export const TEMPLATE_LANGUAGES = Object.keys(LANGUAGES);

/** A template in the given language, as far as it is said there. */
export function templateIn(template: Template, language: string): Template {
  const texts = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  if (!texts) return template;
  const say = (text: string) => (Object.hasOwn(texts, text) ? (texts[text] as string) : text);
  const { title, description, shows, tags, document } = template;
  return {
    ...template,
    title: say(title),
    description: say(description),
    shows: shows.map(say),
    tags: tags.map(say),
    document: {
      ...document,
      name: say(document.name),
      ...(document.description ? { description: say(document.description) } : {}),
      ...(document.tags ? { tags: document.tags.map(say) } : {}),
      ...(document.notes ? { notes: document.notes.map((note) => ({ ...note, text: say(note.text) })) } : {}),
    },
  };
}
