import { codeGlobals } from '@orchestrator/expression/isolate';
import { pristine } from './pristine.js';

/** Names that only some dialects and modes have. */
const OF_DIALECTS = new Set(['item', 'items']);
const NOTHING: Parameters<typeof codeGlobals>[0] = {
  items: [],
  itemIndex: 0,
  runIndex: 0,
  source: null,
  node: { id: '', name: '', type: '', version: 1, parameters: {} },
  workflow: { id: '', name: '', active: false },
  execution: { id: '', mode: 'test', customData: {} },
  mode: '',
  timezone: 'UTC',
  env: {},
  vars: {},
  now: 0,
  nodes: {},
};

/**
 * The globals of a script. Those that every script has are put on the global object when the snapshot is made, as
 * look-ups in what the job gives later: defining fifty properties there for each job takes half a millisecond.
 */
export class ScriptGlobals {
  private readonly known: ReadonlySet<string>;
  private current: Record<string, unknown> = {};

  constructor() {
    this.known = new Set(Object.keys(codeGlobals(NOTHING)).filter((name) => !OF_DIALECTS.has(name)));
    for (const name of this.known) {
      pristine.defineProperty(globalThis, name, {
        configurable: true,
        enumerable: true,
        get: () => this.current[name],
        set: (value: unknown) => {
          this.current[name] = value;
        },
      });
    }
  }

  /** Defines more for good. */
  add(globals: Readonly<Record<string, unknown>>): void {
    for (const name of Object.keys(globals)) this.define(name, globals);
  }

  /** Gives what the next round of the script sees, of the names in `dialectNames` too. */
  show(globals: Record<string, unknown>, dialectNames: ReadonlySet<string>): void {
    this.current = globals;
    for (const name of Object.keys(globals)) {
      if (!this.known.has(name) && (!OF_DIALECTS.has(name) || dialectNames.has(name))) this.define(name, globals);
    }
  }

  private define(name: string, globals: Readonly<Record<string, unknown>>): void {
    const descriptor = Object.getOwnPropertyDescriptor(globals, name) as PropertyDescriptor;
    pristine.defineProperty(globalThis, name, { ...descriptor, configurable: true });
  }
}
