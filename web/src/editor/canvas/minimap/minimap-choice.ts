const KEY = 'editor.minimap';
/** From so many nodes on a map helps before anybody asks for it. */
const MANY = 25;

/** Whether the map is shown: as a person last chose in this browser, else when there is much to find one's way in. */
export function isMapWanted(nodes: number): boolean {
  const kept = localStorage.getItem(KEY);
  return kept === null ? nodes >= MANY : kept === 'on';
}

export const keepMapChoice = (shown: boolean): void => localStorage.setItem(KEY, shown ? 'on' : 'off');
