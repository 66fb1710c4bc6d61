import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules of accessibility that the page breaks, with where; and that it is wider than its window, if it is. */
export async function brokenRules(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
  const room = page.viewportSize()?.width ?? wide;
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    ...(wide > room ? [`wider than the window: ${wide}`] : []),
  ];
}
