import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** Where code failed in the run that is shown, and why. */
export interface CodeFault {
  /** From 1. */
  line: number;
  message: string;
}

const mark = StateEffect.define<CodeFault | undefined>();

/** What was wrong stands under its line; it goes when the code is changed, as it was said of the code before. */
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, newDoc }) {
    let next = docChanged ? Decoration.none : marks;
    for (const effect of effects) {
      if (!effect.is(mark)) continue;
      const { line, message } = effect.value ?? { line: 0, message: '' };
      if (line < 1 || line > newDoc.lines) {
        next = Decoration.none;
        continue;
      }
      const { from, to } = newDoc.line(line);
      next = Decoration.set([
        Decoration.line({ class: 'cm-fault', attributes: { 'aria-invalid': 'true' } }).range(from),
        Decoration.widget({ widget: new FaultText(message), block: true, side: 1 }).range(to),
      ]);
    }
    return next;
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

class FaultText extends WidgetType {
  constructor(private readonly message: string) {
    super();
  }

  override eq(other: FaultText): boolean {
    return other.message === this.message;
  }

  toDOM(): HTMLElement {
    const text = document.createElement('div');
    text.className = 'cm-fault-text';
    text.setAttribute('role', 'note');
    text.textContent = `✕ ${this.message}`;
    return text;
  }
}

const theme = EditorView.theme({
  '.cm-fault': { backgroundColor: 'var(--bad-soft)', boxShadow: 'inset 2px 0 var(--bad)' },
  '.cm-fault-text': {
    padding: '2px 10px',
    backgroundColor: 'var(--bad-soft)',
    boxShadow: 'inset 2px 0 var(--bad)',
    color: 'var(--bad)',
    fontFamily: 'var(--font-sans)',
    whiteSpace: 'pre-wrap',
  },
});

/** An editor whose faulty line can be marked. */
export const codeFault: Extension = [field, theme];

/** Marks the line at which the code failed, or none. */
export const markFault = (view: EditorView, fault: CodeFault | undefined): void =>
  view.dispatch({ effects: mark.of(fault) });

/** Puts the cursor on a line, and the line in the middle of what is seen. */
export function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
  view.dom.scrollIntoView({ block: 'nearest' });
}
