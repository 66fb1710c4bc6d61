import type { NameOrder } from '../../../texts/name-order.ts';

/** A folder as the server tells it. */
export interface Folder {
  id: string;
  parentId: string | null;
  name: string;
}

/** The folders from the top down to this one; none when it is not there. */
export function pathOf(folders: readonly Folder[], id: string | undefined): readonly Folder[] {
  const path: Folder[] = [];
  for (let next = folders.find((each) => each.id === id); next; ) {
    const { parentId } = next;
    // A list that was read while somebody moved folders could go round in a circle.
    if (path.includes(next)) break;
    path.unshift(next);
    next = folders.find((each) => each.id === parentId);
  }
  return path;
}

/** The folders that lie in this one, by name. */
export const childrenOf = (folders: readonly Folder[], id: string | undefined, order: NameOrder): readonly Folder[] =>
  folders.filter(({ parentId }) => parentId === (id ?? null)).sort((a, b) => order(a.name, b.name));

/** All folders by their way from the top, which is how they are chosen from a list. */
export function paths(folders: readonly Folder[], order: NameOrder): readonly { id: string; label: string }[] {
  return folders
    .map(({ id }) => ({
      id,
      label: pathOf(folders, id)
        .map(({ name }) => name)
        .join(' / '),
    }))
    .sort((a, b) => order(a.label, b.label));
}

/** Where a folder can go: not into itself, nor into what lies in it. */
export const placesFor = (folders: readonly Folder[], id: string): readonly Folder[] =>
  folders.filter((each) => !pathOf(folders, each.id).some((above) => above.id === id));
