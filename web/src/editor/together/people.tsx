import { useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { initialsOf } from './initials.ts';
import { useTogether } from './together-store.ts';

/** Faces that are shown; more are a number. */
const MOST_SHOWN = 3;

/** A person, as their initials. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-flex size-6.5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-accent-soft text-[11px] font-semibold text-accent',
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** Who else has this workflow open, and whether one has it open twice. */
export function People() {
  const { together } = useTexts();
  const people = useTogether((state) => state.people);
  const isElsewhere = useTogether((state) => state.isElsewhere);
  const me = useSession(({ signed }) => signed?.user.name) ?? '';
  if (people.length === 0 && !isElsewhere) return null;
  const shown = people.length > MOST_SHOWN ? people.slice(0, MOST_SHOWN - 1) : people;
  const others = people.slice(shown.length);
  return (
    <ul aria-label={together.present} className="flex shrink-0 items-center -space-x-1.5">
      {isElsewhere && (
        <li title={together.youElsewhere} className="flex">
          <Avatar name={me} className="border-dashed !bg-sunken !text-muted" />
          <span className="sr-only">{together.youElsewhere}</span>
        </li>
      )}
      {shown.map(({ id, name }) => (
        <li key={id} title={together.hasOpen(name)} className="flex">
          <Avatar name={name} />
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li
          title={others.map(({ name }) => name).join(', ')}
          className="inline-flex h-6.5 min-w-6.5 items-center justify-center rounded-full border border-line-strong bg-sunken px-1 text-[11px] font-semibold text-muted"
        >
          <span aria-hidden="true">+{others.length}</span>
          <span className="sr-only">{others.map(({ name }) => name).join(', ')}</span>
        </li>
      )}
    </ul>
  );
}
