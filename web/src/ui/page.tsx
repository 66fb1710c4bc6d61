import { type ReactNode, useEffect } from 'react';
import { create } from 'zustand';

/** The title of the page that is shown: phones have it in the bar at the top. */
export const usePageTitle = create<{ title: string }>(() => ({ title: '' }));

/** The frame of a page with a list or a form: title, its actions, and one line of figures. Sets the window's title. */
export function Page({
  title,
  heading = title,
  actions,
  figures,
  children,
}: {
  title: string;
  /** Stands over the page, where that is not its title: parts of the page have headings of their own. */
  heading?: string;
  actions?: ReactNode;
  figures?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Orchestrator`;
    usePageTitle.setState({ title });
    return () => usePageTitle.setState({ title: '' });
  }, [title]);
  return (
    <div className="mx-auto w-full max-w-6xl px-7 py-5 max-phone:px-4">
      <header className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-2 max-phone:min-h-0">
        <h1 className="text-xl font-semibold tracking-tight max-phone:sr-only">{heading}</h1>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {figures && <div className="mb-3">{figures}</div>}
      {children}
    </div>
  );
}
