import { authorisedFetch } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toastFault } from '../../ui/toast.tsx';
import type { ListFilter } from './executions.queries.ts';

/** The list as a file. */
export function ExportMenu({ filter }: { filter: ListFilter }) {
  const { executions } = useTexts();
  const save = async (format: 'csv' | 'json') => {
    const address = new URL('/api/v1/executions/export', location.origin);
    for (const [key, value] of Object.entries({ ...filter, format })) address.searchParams.set(key, String(value));
    const answer = await authorisedFetch(new Request(address));
    if (!answer.ok) throw new ApiProblem(answer.status, await answer.json().catch(() => ({})));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `executions.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <Menu
      items={[
        { label: executions.exportCsv, run: () => void save('csv').catch(toastFault) },
        { label: executions.exportJson, run: () => void save('json').catch(toastFault) },
      ]}
    >
      <Button>{executions.export}</Button>
    </Menu>
  );
}
