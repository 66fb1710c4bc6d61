import { webGlobals } from './web-globals.js';

for (const name of Object.keys(webGlobals)) {
  Object.defineProperty(globalThis, name, { value: webGlobals[name], writable: true, configurable: true });
}
