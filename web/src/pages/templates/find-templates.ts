import type { Template } from '../../api/answers/templates.ts';

/** Templates that have this tag, and whose texts hold every typed word. */
export function findTemplates(all: readonly Template[], typed: string, tag: string | undefined): readonly Template[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name, description, tags, document }) => {
    const text = [name, description, ...tags, ...document.nodes.flatMap((node) => [node.name, node.type])]
      .join(' ')
      .toLowerCase();
    return (!tag || tags.includes(tag)) && words.every((word) => text.includes(word));
  });
}
