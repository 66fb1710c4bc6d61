import { plainCurl } from '../curl/curl-import.ts';
import { useCurlImport } from '../curl/curl-store.ts';
import type { Point } from '../document/nodes.ts';
import type { Commands } from './commands.ts';

/** A curl command that is pasted on the canvas becomes a node; what a person has to see first opens the dialog. */
export function pasteCurl(commands: Commands, text: string, at: Point): void {
  const type = commands.typeOf('httpRequest');
  if (!type) return;
  const plain = plainCurl(text);
  commands.add({ type, parameters: plain?.parameters }, { at });
  const id = commands.current;
  if (!plain && id) useCurlImport.getState().open(id, text);
}
