import type { Direction } from '../document/walk.ts';
import type { Commands } from './commands.ts';
import type { KeyConnect } from './key-connect.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const STEPS: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

const SIDES = { left: 'left', right: 'right', up: 'top', down: 'bottom' } as const;

type Handler = (commands: Commands, event: KeyboardEvent) => void;

/** Keys of the canvas, as `event.key` with `Ctrl-` and `Shift-` before it; letters in lower case. */
const ON_CANVAS: Readonly<Record<string, Handler>> = {
  n: (commands) => commands.openAdd(),
  Enter: (commands) => commands.open(),
  Delete: (commands) => commands.remove(),
  Backspace: (commands) => commands.remove(),
  'Shift-Delete': (commands) => commands.remove({ reconnect: true }),
  d: (commands) => commands.toggleDisabled(),
  p: (commands) => void commands.togglePin(),
  r: (commands) => commands.rename(),
  'Shift-r': (commands) => commands.replacing.open(),
  F2: (commands) => commands.rename(),
  s: (commands) => commands.addNote(),
  m: (commands) => commands.comments?.setState({ open: true }),
  t: (commands) => void commands.arranging.tidy(),
  g: (commands) => commands.grouping.group(),
  'Ctrl-g': (commands) => commands.grouping.group(),
  'Shift-g': (commands) => commands.grouping.ungroup(),
  'Ctrl-Shift-g': (commands) => commands.grouping.ungroup(),
  'Shift-m': (commands) => commands.toggleMinimap(),
  o: (commands) => commands.grouping.selectAround(),
  h: (commands) => commands.arranging.align('middle'),
  v: (commands) => commands.arranging.align('center'),
  'Shift-h': (commands) => commands.arranging.distribute('across'),
  'Shift-v': (commands) => commands.arranging.distribute('down'),
  '1': (commands) => commands.view.fit(),
  '0': (commands) => commands.view.zoomFull(),
  'Ctrl-a': (commands) => commands.selectAll(),
  'Ctrl-d': (commands) => commands.duplicate(),
};

/** Keys that work wherever the focus is in the editor, unless something is being typed. */
const EVERYWHERE: Readonly<Record<string, Handler>> = {
  'Ctrl-z': (commands) => commands.undo(),
  'Ctrl-y': (commands) => commands.redo(),
  'Ctrl-Shift-z': (commands) => commands.redo(),
  'Ctrl-f': (commands) => commands.ui.setState({ find: true }),
  '?': (commands) => commands.ui.setState({ keys: true }),
};

/** The name under which a key stands in the tables above. */
function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  if (event.altKey) return '';
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // What needs Shift to be typed at all, such as `?`, is named without it.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/.test(key));
  return `${event.ctrlKey || event.metaKey ? 'Ctrl-' : ''}${shift ? 'Shift-' : ''}${key}`;
}

/** Does what a key means. @returns whether it meant anything */
export function handleKey(event: KeyboardEvent, commands: Commands, connect: KeyConnect, onCanvas: boolean): boolean {
  const name = keyName(event);
  const everywhere = EVERYWHERE[name];
  if (everywhere) {
    everywhere(commands, event);
    return true;
  }
  if (!onCanvas) return false;
  if (connect.active) return connect.key(name);
  const direction = ARROWS[event.key];
  if (direction && name === event.key) {
    commands.walk(direction);
    return true;
  }
  if (direction && name === `Shift-${event.key}`) {
    commands.arranging.nudge(STEPS[direction]);
    return true;
  }
  if (direction && name === `Ctrl-Shift-${event.key}`) {
    commands.arranging.align(SIDES[direction]);
    return true;
  }
  if (name === 'c') return connect.begin();
  if (name === 'Escape') {
    if (commands.selection.size === 0) return false;
    commands.select([]);
    return true;
  }
  const handler = ON_CANVAS[name];
  if (!handler) return false;
  handler(commands, event);
  return true;
}
