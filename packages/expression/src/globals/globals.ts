import type { Run } from '../compile/run.js';
import type { Global } from './global.js';
import { SCOPE_GLOBALS } from './scope-globals.js';
import { CONSTANT_GLOBALS } from './standard.js';

/** The global of this name: of the scope, or one that is the same everywhere. `undefined` for a name that is not known. */
export function globalNamed(name: string): Global | undefined {
  const fixed = CONSTANT_GLOBALS.get(name);
  if (fixed !== undefined) return () => fixed;
  const found = SCOPE_GLOBALS.get(name);
  if (found) return found;
  // What the host adds for one evaluation ($response, $pageCount ...) is not known before it runs.
  return name.startsWith('$') ? (run) => extra(run, name) : undefined;
}

function extra(run: Run, name: string): unknown {
  const { extra: more } = run.scope;
  return more && Object.hasOwn(more, name) ? more[name] : undefined;
}
