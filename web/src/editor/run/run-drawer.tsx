/** The shown run: its steps in time, and what went in and out. */
export function RunDrawer() {
  return null;
}
