// Which pages the pictures show, and what is done on each before it is taken.

const press = (key) => async (page) => {
  await page.keyboard.press(key);
};
const click = (role, name) => async (page) => {
  await page.getByRole(role, { name }).first().click();
};
const canvas = async (page) => {
  await page.waitForSelector('.react-flow__node, [role=application] canvas');
  await page.waitForTimeout(300);
};
/** One after the other. */
const steps =
  (...all) =>
  async (page, width) => {
    for (const each of all) await each(page, width);
  };
const onDesk = (prepare) => async (page, width) => {
  if (width === 'desk') await prepare(page, width);
};
const menu = (item) => steps(click('button', 'More'), click('menuitem', item));

/**
 * @param {{order: string, good: string, failed: string, waiting?: string, invitation: string}} scene ids of what is shown
 * @returns {[name: string, path: string, options?: object][]}
 */
export function pagesOf({ order, good, failed, waiting, invitation }) {
  const editor = `/workflows/${order}`;
  const settings = ['profile', 'tenant', 'members', 'api-keys', 'webhooks', 'audit', 'health', 'about'];
  return [
    ['sign-in', '/sign-in', { signedOut: true }],
    ['register', '/register', { signedOut: true }],
    ['invitation', invitation, { signedOut: true }],
    ['reset-password', '/reset-password#token=of-a-link', { signedOut: true }],
    ['workflows', '/workflows', { dark: true }],
    ['workflows-import', '/workflows?do=import'],
    [
      'editor',
      editor,
      {
        dark: true,
        prepare: steps(
          canvas,
          onDesk((page) => page.click('.react-flow__node-card >> nth=1')),
        ),
      },
    ],
    ['editor-run', editor, { prepare: steps(canvas, click('button', /^Run/), (page) => page.waitForTimeout(1200)) }],
    ['node', `${editor}?node=n2`, { dark: true, prepare: canvas }],
    ['add-node', editor, { prepare: steps(canvas, onDesk(press('n'))), widths: ['desk'] }],
    ['keys', editor, { prepare: steps(canvas, press('?')), widths: ['desk'] }],
    ['palette', editor, { prepare: steps(canvas, press('Control+k')) }],
    ['publish', editor, { prepare: steps(canvas, click('button', 'Publish')) }],
    ['history', editor, { prepare: steps(canvas, menu('History')) }],
    ['comments', editor, { prepare: steps(canvas, click('button', /comments/i)) }],
    ['execution-failed', `/executions/${failed}`],
    ['execution', `/executions/${good}`],
    ...(waiting ? [['execution-waiting', `/executions/${waiting}`]] : []),
    ['compare', `/executions/compare?a=${good}&b=${failed}`],
    ['executions', '/executions', { dark: true }],
    ['schedules', '/schedules'],
    ['credentials', '/credentials'],
    ['templates', '/templates'],
    ...settings.map((section) => [`settings-${section}`, `/settings/${section}`]),
    ['not-found', '/nowhere'],
  ];
}
