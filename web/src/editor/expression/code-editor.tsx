import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { javascript, javascriptLanguage } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { python } from '@codemirror/lang-python';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { type CodeFault, codeFault, goToLine, markFault } from './code-fault.ts';
import { codeMirrorBase } from './code-mirror-base.ts';
import { startingWith } from './completions.ts';
import { GLOBALS } from './methods.ts';

export type CodeLanguage = 'javascript' | 'python' | 'json' | 'html' | 'sql';
const LANGUAGES = { javascript, python, json, html, sql };

interface Props {
  value: string;
  onChange(value: string): void;
  language: CodeLanguage;
  label: string;
  readOnly?: boolean;
  id?: string;
  describedBy?: string;
  /** Lines that are shown at least. */
  lines?: number;
  /** Where this code failed. */
  fault?: CodeFault;
  /** A line to be shown, with the cursor on it. */
  goTo?: number;
  onShown?(): void;
}

/** A text of a language. Tab indents; Esc and then Tab leaves it. */
export default function CodeEditor(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes reaches it below or by `latest`
  useEffect(() => {
    const { language, label, readOnly, id, describedBy, lines = 4 } = props;
    const editor = new EditorView({
      parent: host.current as HTMLElement,
      state: EditorState.create({
        doc: props.value,
        extensions: [
          lineNumbers(),
          LANGUAGES[language](),
          language === 'javascript' ? javascriptLanguage.data.of({ autocomplete: globals }) : [],
          autocompletion({ icons: false }),
          bracketMatching(),
          indentOnInput(),
          keymap.of([...searchKeymap, indentWithTab]),
          codeMirrorBase,
          codeFault,
          EditorState.readOnly.of(readOnly === true),
          EditorView.theme({
            '.cm-content, .cm-gutter': { minHeight: `${lines * 17 + 10}px` },
            '.cm-scroller': { maxHeight: '60vh' },
          }),
          EditorView.contentAttributes.of({
            'aria-label': label,
            ...(id ? { id } : {}),
            ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === props.value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
  }, [props.value]);
  const { line, message } = props.fault ?? {};
  useEffect(() => {
    if (view.current) markFault(view.current, line === undefined ? undefined : { line, message: message ?? '' });
  }, [line, message]);
  useEffect(() => {
    if (!view.current || props.goTo === undefined) return;
    goToLine(view.current, props.goTo);
    latest.current.onShown?.();
  }, [props.goTo]);
  return (
    <div
      ref={host}
      className="overflow-hidden rounded-control border border-control bg-surface focus-within:border-accent focus-within:outline-2 focus-within:outline-accent"
    />
  );
}

const NAMES = [...GLOBALS, { name: 'items', gives: 'list', doc: 'The items of the input' }].map(
  ({ name, gives, doc }) => ({ label: name, detail: gives, info: doc }),
);

/** Names of this place, before words of the language: `$input` is meant by `in` more often than `in` is. */
function globals(at: CompletionContext): CompletionResult | null {
  const word = at.matchBefore(/[$\w]+/);
  if (!word && !at.explicit) return null;
  const options = startingWith(NAMES, word?.text ?? '');
  return options.length > 0 ? { from: word?.from ?? at.pos, options, filter: false } : null;
}
