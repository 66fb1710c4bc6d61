import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { closeSearchPanel, searchPanelOpen } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, ViewPlugin } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { onEscape } from '../../ui/escape.ts';

/** The page allows style tags by nonce alone (src/pages/app-page.ts). */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--text)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--font-mono, "JetBrains Mono Variable", monospace)',
    padding: '5px 0',
    caretColor: 'var(--text)',
  },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-placeholder': { color: 'var(--faint)' },
  '.cm-expression': { color: 'var(--accent)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: '10px',
    boxShadow: 'var(--shadow-sheet)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '240px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '5px 10px', display: 'flex', gap: '16px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionDetail': { marginLeft: 'auto', fontStyle: 'normal', color: 'var(--muted)' },
  '.cm-completionInfo': {
    padding: '6px 10px',
    maxWidth: '260px',
    color: 'var(--muted)',
    fontFamily: 'var(--font-sans)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)' },
});

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--flow)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--trigger)' },
  { tag: [tags.comment], color: 'var(--faint)' },
  { tag: [tags.function(tags.variableName), tags.propertyName], color: 'var(--data)' },
]);

/** Esc closes the list of completions, then the search, and leaves the dialog or sheet around for the next time. */
const escapes = ViewPlugin.define((view) => {
  const destroy = onEscape(view.dom, () => {
    // A list that is only being looked for is seen by nobody.
    const isListed = completionStatus(view.state) === 'active';
    if (closeCompletion(view) && isListed) return true;
    if (!searchPanelOpen(view.state)) return false;
    closeSearchPanel(view);
    view.focus();
    return true;
  });
  return { destroy };
});

/** What every editor of text has: undo, the keys of the platform, the app's colours. */
export const codeMirrorBase: Extension = [
  EditorView.cspNonce.of(nonce),
  escapes,
  history(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  theme,
  syntaxHighlighting(highlight),
];
