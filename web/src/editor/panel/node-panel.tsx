/** What the selected node is and does: beside the canvas. */
export default function NodePanel() {
  return null;
}
