import { useEffect } from 'react';
import { useCommands } from '../canvas/commands.ts';
import { useCommentsUi, useMaybeCommentsUi } from './comments-ui.ts';

/** Selects the node that was chosen in the comments, and brings it into view. Lies in the canvas. */
export function RevealNode() {
  const commands = useCommands();
  const ui = useMaybeCommentsUi();
  const reveal = useCommentsUi((state) => state.reveal);
  useEffect(() => {
    if (!reveal) return;
    commands.select([reveal.node], { show: true });
    ui?.setState({ reveal: undefined });
  }, [reveal, commands, ui]);
  return null;
}
