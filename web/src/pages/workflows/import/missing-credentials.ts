/** A credential that a node needs and nobody has chosen yet. */
export interface MissingCredential {
  type: string;
  /** What it was called where the workflow comes from. */
  name?: string;
}

/** The credentials that nodes name without anybody having chosen one, each once. */
export function missingCredentials(
  nodes: readonly { credentials?: Record<string, { id?: string; name?: string }> }[],
): readonly MissingCredential[] {
  const found = new Map<string, MissingCredential>();
  for (const { credentials = {} } of nodes) {
    for (const [type, { id, name }] of Object.entries(credentials)) {
      if (id === undefined) found.set(`${type} ${name ?? ''}`, { type, ...(name ? { name } : {}) });
    }
  }
  return [...found.values()];
}
