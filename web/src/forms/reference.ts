import type { JsonValue } from '@orchestrator/workflow';
import { evaluateLocally } from '../editor/expression/evaluate-locally.ts';
import { type Path, readPath, valueAt } from '../editor/expression/paths.ts';
import type { ExpressionContext } from './form-context.ts';

/** What an expression reads when it reads one field and does nothing else. */
interface Reference {
  /** The node whose item it is, where that is not the one before. */
  node?: string;
  path: Path;
}

const OWN = /^\$json(.*)$/s;
const OTHERS = /^\$\('((?:[^'\\]|\\.)*)'\)\.item\.json(.*)$/s;

/** The field that a text such as `={{ $json.total }}` reads; nothing when it is any other text. */
function referenceIn(text: string): Reference | undefined {
  const code = /^=?\s*\{\{([^{}]*)\}\}\s*$/.exec(text)?.[1]?.trim() ?? '';
  const own = OWN.exec(code);
  const others = OTHERS.exec(code);
  const path = readPath((own?.[1] ?? others?.[2] ?? '').trim());
  if ((!own && !others) || !path) return undefined;
  return others ? { node: (others[1] ?? '').replace(/\\(.)/g, '$1'), path } : { path };
}

/** What a field that is read is called: the last name on the way to it. */
export function fieldNameIn(text: string): string | undefined {
  const names = referenceIn(text)?.path.filter((key) => typeof key === 'string');
  return names?.at(-1);
}

/** The value that a text gives for the shown item, as far as it can be told without asking the server. */
export async function shownValueOf(
  text: string,
  context: ExpressionContext | undefined,
): Promise<JsonValue | undefined> {
  if (!context) return undefined;
  const reference = referenceIn(text);
  if (reference?.node !== undefined) {
    return valueAt(await context.sampleOf?.(reference.node).catch(() => undefined), reference.path);
  }
  if (reference) return valueAt(context.items[context.itemIndex]?.json, reference.path);
  const given = await evaluateLocally(text, context);
  return given?.kind === 'value' ? given.result : undefined;
}
