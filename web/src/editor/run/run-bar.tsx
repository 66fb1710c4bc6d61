/** Runs the workflow: at the lower edge of the canvas. */
export function RunBar() {
  return null;
}
