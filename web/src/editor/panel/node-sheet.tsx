/** The three panes of the open node: what goes in, its parameters, what comes out. */
export function NodeSheet() {
  return null;
}
