import type { JsonValue, WorkflowDocument } from '@orchestrator/workflow';
import { Search, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useEscape } from '../../ui/escape.ts';
import { useEditor } from '../editor-store.ts';
import { useCanvasUi } from './canvas-ui.ts';
import type { Commands } from './commands.ts';
import { focusCanvas } from './focus-canvas.ts';

/** Found places that are listed; more would be no help. */
const MOST = 50;
/** Characters shown around what was found. */
const AROUND = 24;

interface Found {
  id: string;
  name: string;
  /** Where within the node; nothing when its name was found. */
  where?: string;
  text?: string;
}

/** Nodes, notes and groups in whose names, notes or parameters a text is. */
function findText(document: WorkflowDocument, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: Found[] = [];
  for (const { id, name, type, note, parameters } of document.nodes) {
    if (name.toLowerCase().includes(wanted) || type.toLowerCase().includes(wanted)) found.push({ id, name });
    if (note?.toLowerCase().includes(wanted)) found.push({ id, name, where: 'note', text: excerpt(note, wanted) });
    search(parameters, '', (where, value) => found.push({ id, name, where, text: excerpt(value, wanted) }), wanted);
    if (found.length >= MOST) break;
  }
  for (const { id, text: note } of document.notes ?? []) {
    if (note.toLowerCase().includes(wanted)) found.push({ id, name: excerpt(note, wanted) });
  }
  for (const { id, name, description = '' } of document.groups ?? []) {
    if (`${name} ${description}`.toLowerCase().includes(wanted)) found.push({ id, name });
  }
  return found.slice(0, MOST);
}

function search(
  value: JsonValue | undefined,
  path: string,
  hit: (path: string, text: string) => void,
  wanted: string,
): void {
  if (typeof value === 'string' || typeof value === 'number') {
    if (String(value).toLowerCase().includes(wanted)) hit(path, String(value));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) search(each, path ? `${path}.${key}` : key, hit, wanted);
  }
}

function excerpt(text: string, wanted: string): string {
  const at = text.toLowerCase().indexOf(wanted);
  const start = Math.max(0, at - AROUND);
  const end = at + wanted.length + AROUND;
  return `${start > 0 ? '…' : ''}${text.slice(start, end).replace(/\s+/g, ' ')}${end < text.length ? '…' : ''}`;
}

/** Finds nodes by what they are called and what is in them. */
export function FindInWorkflow({ commands }: { commands: Commands }) {
  const find = useCanvasUi((state) => state.find);
  return find ? <FindBox commands={commands} /> : null;
}

function FindBox({ commands }: { commands: Commands }) {
  const { canvas, words } = useTexts();
  const document = useEditor((state) => state.document);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useMemo(() => findText(document, text), [document, text]);
  const close = () => commands.ui.setState({ find: false });
  const escapes = useEscape(() => {
    close();
    focusCanvas();
    return true;
  });
  const goTo = (index: number) => {
    const next = (index + found.length) % Math.max(1, found.length);
    setChosen(next);
    const at = found[next];
    if (at) commands.select([at.id], { show: true });
  };
  return (
    <search
      ref={escapes}
      className="absolute end-3.5 top-3.5 z-20 flex max-h-[60%] w-80 flex-col overflow-hidden rounded-card border border-line bg-surface shadow-sheet max-phone:inset-x-3.5 max-phone:w-auto"
    >
      <div className="flex items-center gap-1 ps-3 pe-1">
        <Search size={14} aria-hidden="true" className="text-muted" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the search is what was asked for
          autoFocus
          aria-label={canvas.findTitle}
          placeholder={canvas.findPlaceholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter')
              goTo(found[chosen] && commands.selection.has(found[chosen].id) ? chosen + 1 : chosen);
            if (event.key === 'ArrowDown') goTo(chosen + 1);
            if (event.key === 'ArrowUp') goTo(chosen - 1);
          }}
          className="h-10 min-w-0 flex-1 bg-transparent outline-none"
        />
        <span role="status" className="text-sm text-muted">
          {text && canvas.found(found.length)}
        </span>
        <IconButton label={words.close} onClick={close}>
          <X size={14} />
        </IconButton>
      </div>
      {found.length > 0 && (
        <ul className="overflow-y-auto border-t border-line p-1">
          {found.map((each, index) => (
            <li key={`${each.id} ${each.where ?? ''}`}>
              <button
                type="button"
                onClick={() => goTo(index)}
                className={classNames(
                  'w-full rounded-control px-2 py-1 text-start hover:bg-sunken',
                  index === chosen && 'bg-accent-soft',
                )}
              >
                <span className="block truncate font-medium">{each.name}</span>
                {each.where && (
                  <span className="block truncate text-sm text-muted">
                    {each.where}: <span className="font-mono">{each.text}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
