import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import type { ItemsView } from './item-view.tsx';

/** Chooses how items are looked at. */
export function ViewSwitch({
  value,
  onChange,
  hasFiles,
}: {
  value: ItemsView;
  onChange(view: ItemsView): void;
  hasFiles: boolean;
}) {
  const { panel } = useTexts();
  const views: ItemsView[] = ['table', 'json', 'schema', ...(hasFiles ? (['binary'] as const) : [])];
  return (
    <fieldset aria-label={panel.dataViews} className="flex">
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={value === view}
          onClick={() => onChange(view)}
          className={classNames(
            'rounded-control px-2.5 py-1',
            value === view ? 'bg-sunken font-medium' : 'text-muted hover:text-text',
          )}
        >
          {panel[view]}
        </button>
      ))}
    </fieldset>
  );
}
