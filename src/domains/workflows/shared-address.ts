/**
 * The address of the JSON itself, where a person copied that of the page about it: a file on GitHub, a gist, a template in
 * n8n's gallery. Any other address is taken as it is.
 */
export function addressOfJson(url: string): string {
  const page = URL.parse(url);
  if (!page) return url;
  const path = page.pathname.split('/').filter(Boolean);
  if (page.hostname === 'github.com' && path[2] === 'blob' && path.length > 4) {
    return `https://raw.githubusercontent.com/${[...path.slice(0, 2), ...path.slice(3)].join('/')}`;
  }
  if (page.hostname === 'gist.github.com' && path.length === 2)
    return `https://gist.githubusercontent.com/${path.join('/')}/raw`;
  const template = /^(\d+)(?:-|$)/.exec(path[1] ?? '')?.[1];
  if (page.hostname === 'n8n.io' && path[0] === 'workflows' && template) {
    return `https://api.n8n.io/api/workflows/templates/${template}`;
  }
  return url;
}
