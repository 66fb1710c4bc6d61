import { type ReactNode, useId } from 'react';

/** A part of a settings page: its title, a sentence, and what can be set. */
export function Block({
  title,
  text,
  actions,
  danger,
  children,
}: {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  danger?: boolean;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <section
      data-block
      aria-labelledby={id}
      className={`mb-4 rounded-card border bg-surface p-5 max-phone:p-4 ${danger ? 'border-bad' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {text && <p className="mt-0.5 max-w-prose text-muted">{text}</p>}
        </div>
        {actions}
      </div>
      {children && <div className="mt-4">{children}</div>}
    </section>
  );
}

/** Says why something is not offered. */
export const NotAllowed = ({ children }: { children: ReactNode }) => (
  <p className="rounded-control bg-sunken px-3 py-2 text-muted">{children}</p>
);
