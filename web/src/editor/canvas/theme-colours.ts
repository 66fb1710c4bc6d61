/** Colours by token, read once for each theme: asking the page for them costs more than drawing. */
let colours: { theme: string; of(token: string): string } | undefined;
export function themeColours(): (token: string) => string {
  const theme = document.documentElement.dataset.theme ?? '';
  if (colours?.theme !== theme) {
    const style = getComputedStyle(document.documentElement);
    const known = new Map<string, string>();
    colours = {
      theme,
      of(token) {
        let colour = known.get(token);
        if (colour === undefined) {
          colour = style.getPropertyValue(`--${token}`).trim();
          known.set(token, colour);
        }
        return colour;
      },
    };
  }
  return colours.of;
}

/** The tokens of the groups of node types. */
const TYPE_TOKENS: Readonly<Record<string, string>> = {
  trigger: 'trigger',
  data: 'data',
  flow: 'flow',
  network: 'network',
  service: 'network',
  file: 'data',
  code: 'code',
  ai: 'ai',
};

/** The token of the colour that stands for a group of node types. */
export const typeToken = (group: string | undefined): string => TYPE_TOKENS[group ?? ''] ?? 'code';
