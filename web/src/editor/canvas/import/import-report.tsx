import { create } from 'zustand';
import { told } from '../../../texts/messages.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MissingNodes } from './missing-nodes.tsx';
import type { ImportReport } from './translate.ts';

const useReport = create<{ report?: ImportReport }>(() => ({}));

/** Shows what could not be carried over; nothing when all could. */
export const showReport = (report: ImportReport): void => {
  if (report.unsupported.length > 0 || report.warnings.length > 0) useReport.setState({ report });
};

export function ImportReportDialog() {
  const { canvas, words } = useTexts();
  const { report } = useReport();
  return (
    <Dialog
      open={report !== undefined}
      onOpenChange={(open) => !open && useReport.setState({}, true)}
      title={canvas.reportTitle}
      description={canvas.reportText(report?.nodes ?? 0)}
      size="medium"
      actions={<Button onClick={() => useReport.setState({}, true)}>{words.close}</Button>}
    >
      <MissingNodes missing={report?.unsupported ?? []} />
      <ul className="mt-3 flex flex-col gap-2">
        {report?.warnings.map((warning) => (
          <li key={warning} className="rounded-control bg-sunken px-3 py-2 text-sm">
            {told(warning)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
