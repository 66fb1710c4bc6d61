import type { Template } from './templates.queries.ts';

/** Templates that have this tag, and whose texts hold every typed word. */
export function findTemplates(all: readonly Template[], typed: string, tag: string | undefined): readonly Template[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ title, description, shows, tags, document }) => {
    const text = [title, description, ...shows, ...tags, ...document.nodes.flatMap((node) => [node.name, node.type])]
      .join(' ')
      .toLowerCase();
    return (!tag || tags.includes(tag)) && words.every((word) => text.includes(word));
  });
}
