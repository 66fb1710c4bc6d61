import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useEscape } from '../../ui/escape.ts';
import { Input } from '../../ui/field.tsx';

export type Version = components['schemas']['VersionFacts'];

/** As long as a version's name may be. */
const LONGEST_NAME = 200;

interface Props {
  version: Version;
  chosen: boolean;
  /** The draft is based on it. */
  current: boolean;
  onChoose(): void;
  /** Missing where it can't be named. `null` takes the name away. */
  onName?: (name: string | null) => void;
}

/** One saved version: its name, who saved it and when; it is named where it stands. */
export function VersionRow({ version: saved, chosen, current, onChoose, onName }: Props) {
  const { canvas } = useTexts();
  const format = useFormat();
  const { version, label, live, liveNumber, author, createdAt, autosaved } = saved;
  const [typed, setTyped] = useState<string>();
  const row = useRef<HTMLLIElement>(null);
  const number = canvas.version(version, liveNumber);
  const save = () => {
    const name = typed?.trim() || null;
    if (typed !== undefined && name !== label) onName?.(name);
    setTyped(undefined);
  };
  // Esc goes back one step: the dialog stays.
  const escapes = useEscape(() => {
    setTyped(undefined);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-rename]')?.focus());
    return true;
  });
  return (
    <li
      ref={row}
      className={classNames('flex items-start rounded-control hover:bg-sunken', chosen && 'bg-accent-soft')}
    >
      <div className="min-w-0 flex-1">
        {typed !== undefined && (
          <div className="px-2 pt-2" ref={escapes}>
            <Input
              // It was asked for by the button that it takes the place of.
              ref={focusField}
              aria-label={canvas.versionName(number)}
              maxLength={LONGEST_NAME}
              value={typed}
              placeholder={canvas.versionNameHint}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={save}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
          </div>
        )}
        <button
          type="button"
          aria-pressed={chosen}
          onClick={onChoose}
          className="w-full rounded-control px-3 py-2 text-start"
        >
          {label && typed === undefined && <span className="block truncate font-semibold">{label}</span>}
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
            {number}
            {live && (
              <Badge tone="ok">
                <span aria-hidden="true" className="size-2 rounded-full bg-ok" />
                {canvas.liveNow}
              </Badge>
            )}
            {current && <Badge>{canvas.current}</Badge>}
          </span>
          <span className="block text-sm text-muted" title={format.dateTime(createdAt)}>
            {author?.name ?? canvas.somebody} · {format.moment(createdAt)}
            {autosaved && ` · ${canvas.autosaved}`}
          </span>
        </button>
      </div>
      {onName && typed === undefined && (
        <IconButton
          label={label ? canvas.renameVersion(number) : canvas.nameVersion(number)}
          onClick={() => setTyped(label ?? '')}
          className="mt-1 me-1"
          data-rename=""
        >
          <Pencil size={13} />
        </IconButton>
      )}
    </li>
  );
}

const focusField = (field: HTMLInputElement | null): void => field?.select();
