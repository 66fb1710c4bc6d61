import type { JsonValue } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';

const LENGTH = 200;

/** A value in one line: texts as they are, lists and objects by their size. */
export function ShortValue({ value }: { value: JsonValue | undefined }) {
  const { panel } = useTexts();
  if (value === undefined) return null;
  if (Array.isArray(value)) return <span className="text-muted">{panel.listOf(value.length)}</span>;
  if (typeof value === 'object' && value !== null) {
    return <span className="text-muted">{panel.objectOf(Object.keys(value).length)}</span>;
  }
  const text = String(value);
  return <>{text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text}</>;
}
