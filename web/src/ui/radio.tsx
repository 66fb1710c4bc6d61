import { classNames } from './class-names.ts';

/** One of a group of which one is chosen: the browser's own radio, whose keys and group it keeps, in the app's colours. */
export function Radio({
  id,
  name,
  checked,
  onChoose,
  className,
}: {
  id: string;
  /** Of the group. */
  name: string;
  checked: boolean;
  onChoose(): void;
  className?: string;
}) {
  return (
    <input
      id={id}
      type="radio"
      name={name}
      checked={checked}
      onChange={onChoose}
      className={classNames(
        'mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-surface',
        'checked:border-[5px] checked:border-accent disabled:opacity-50',
        className,
      )}
    />
  );
}
