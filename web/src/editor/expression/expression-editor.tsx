import { autocompletion, type Completion as CodeCompletion, type CompletionContext } from '@codemirror/autocomplete';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  MatchDecorator,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { FIELD_MIME } from '../../forms/dropped-field.ts';
import type { ExpressionContext } from '../../forms/form-context.ts';
import { codeMirrorBase } from './code-mirror-base.ts';
import { complete, isInside, nodeBefore } from './completions.ts';

const braces = new MatchDecorator({
  regexp: /\{\{[\s\S]*?\}\}/g,
  decoration: Decoration.mark({ class: 'cm-expression' }),
});
const expressionMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = braces.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = braces.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

interface Props {
  /** Without the leading `=`. */
  value: string;
  onChange(value: string): void;
  context: ExpressionContext;
  multiline?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  id?: string;
  label: string;
  describedBy?: string;
  invalid?: boolean;
}

/** A text with expressions between `{{ }}`, with completion from the real items. */
export default function ExpressionEditor(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes reaches it below or by `latest`
  useEffect(() => {
    const source = async (at: CompletionContext) => {
      const text = at.state.doc.sliceString(0, at.pos);
      if (!isInside(text, at.pos)) return null;
      const { context } = latest.current;
      const other = nodeBefore(text);
      const sample = other === undefined ? undefined : await context.sampleOf?.(other).catch(() => undefined);
      const found = complete(text, context, sample);
      if (!found || (found.replace === 0 && !at.explicit && !/[.$('"]$/.test(text))) return null;
      const options = found.suggestions.map(
        ({ label, detail, doc, insert = label, kind }): CodeCompletion => ({
          label,
          detail,
          info: doc,
          type: kind,
          apply: (target, _completion, from, to) => {
            const cursor = insert.endsWith('()') && !label.endsWith('()') ? insert.length - 1 : insert.length;
            target.dispatch({ changes: { from, to, insert }, selection: { anchor: from + cursor } });
          },
        }),
      );
      return { from: at.pos - found.replace, options, filter: false };
    };
    const { multiline, readOnly, id, label, describedBy } = props;
    const oneLine: Extension = multiline
      ? []
      : Prec.high(EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction)));
    const editor = new EditorView({
      parent: host.current as HTMLElement,
      state: EditorState.create({
        doc: props.value,
        extensions: [
          autocompletion({ override: [source], icons: false, closeOnBlur: true }),
          oneLine,
          keymap.of([
            { key: '{', run: closeBraces },
            { key: ' ', run: swallowSpace },
          ]),
          codeMirrorBase,
          expressionMarks,
          placeholder('{{ $json.… }}'),
          EditorState.readOnly.of(readOnly === true),
          EditorView.contentAttributes.of({
            'aria-label': label,
            ...(id ? { id } : {}),
            ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({ drop: dropField }),
        ],
      }),
    });
    view.current = editor;
    if (props.autoFocus) {
      editor.focus();
      // Between the braces where there is nothing yet, else behind everything.
      const { length } = props.value;
      editor.dispatch({ selection: { anchor: props.value.endsWith('{{  }}') ? length - 3 : length } });
    }
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === props.value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
  }, [props.value]);

  return (
    <div
      ref={host}
      className={`rounded-control border bg-accent-soft/40 ${props.invalid ? 'border-bad' : 'border-control'} focus-within:border-accent focus-within:outline-2 focus-within:outline-accent`}
    />
  );
}

/** A field that is dropped goes where it was dropped; between braces without braces of its own. */
function dropField(event: DragEvent, view: EditorView): boolean {
  const field = event.dataTransfer?.getData(FIELD_MIME);
  if (!field || view.state.readOnly) return false;
  event.preventDefault();
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
  const insert = isInside(view.state.doc.toString(), at) ? field : `{{ ${field} }}`;
  view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + insert.length }, userEvent: 'input.drop' });
  view.focus();
  return true;
}

/** The second brace brings the closing ones along. */
function closeBraces(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  if (from !== to || view.state.doc.sliceString(from - 1, from) !== '{') return false;
  if (view.state.doc.sliceString(from, from + 2) === '}}') return false;
  view.dispatch({ changes: { from, insert: '{  }}' }, selection: { anchor: from + 2 }, userEvent: 'input.type' });
  return true;
}

/** Between fresh braces stands a space already: one that is typed out of habit is not needed. */
function swallowSpace(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  return from === to && view.state.doc.sliceString(from - 3, from + 3) === '{{  }}';
}
