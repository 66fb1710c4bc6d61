import { saveFile } from '../../api/save-file.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toastFault } from '../../ui/toast.tsx';
import type { ListFilter } from './executions.queries.ts';

/** The list as a file. */
export function ExportMenu({ filter }: { filter: ListFilter }) {
  const { executions } = useTexts();
  const save = (format: 'csv' | 'json') => {
    const query = Object.fromEntries(Object.entries({ ...filter, format }).map(([key, value]) => [key, String(value)]));
    saveFile('/api/v1/executions/export', query).catch(toastFault);
  };
  return (
    <Menu
      items={[
        { label: executions.exportCsv, run: () => save('csv') },
        { label: executions.exportJson, run: () => save('json') },
      ]}
    >
      <Button look="quiet">{executions.export}</Button>
    </Menu>
  );
}
