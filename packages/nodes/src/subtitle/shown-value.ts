/** More is never shown, and what reads a text for a subtitle stays quick whatever the text is. */
const MAX_READ = 300;
const MAX_PART = 40;
/** `{{ ... }}`, as far as a subtitle is concerned: one that holds braces itself is shown as it stands. */
const EXPRESSION = /\{\{([^{}]*)\}\}/g;
/** The field that an expression reads, however it names the item. */
const FIELD =
  /^(?:\$json|\$input\.(?:item|first\(\)|last\(\))\.json|\$\((?:"[^"]*"|'[^']*')\)\.(?:item|first\(\)|last\(\))\.json)\??\.([\w$.]+)$/;

/**
 * A parameter's value as a subtitle shows it: text as it is, an expression by the field that it reads (`total` for
 * `={{ $json.total }}`, `orders/{id}` where it is part of a text), nothing for objects and what is missing.
 */
export function shownValue(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  const text = value.slice(0, MAX_READ).trim();
  if (!text.startsWith('=')) return shortened(text, 2 * MAX_PART);
  const template = text.slice(1).trim();
  const whole = /^\{\{([^{}]*)\}\}$/.exec(template);
  if (whole) return field(whole[1] ?? '');
  return shortened(
    template.replace(EXPRESSION, (_, inner: string) => `{${field(inner)}}`),
    2 * MAX_PART,
  );
}

function field(expression: string): string {
  const trimmed = expression.trim();
  return shortened(FIELD.exec(trimmed)?.[1] ?? trimmed, MAX_PART);
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
