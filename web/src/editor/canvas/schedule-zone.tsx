import { useTenantZone } from '../../api/tenant-zone.ts';
import { useEditor } from '../editor-store.ts';

/** The zone that the times of a schedule are meant in, behind what its card says of them. */
export function ScheduleZone() {
  const own = useEditor(({ document }) => document.settings.timezone);
  const tenants = useTenantZone();
  return <span className="shrink-[2] truncate">{own ?? tenants}</span>;
}
