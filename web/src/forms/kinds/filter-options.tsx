import type { JsonObject } from '@orchestrator/workflow';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Switch } from '../../ui/toggle.tsx';
import { useForm } from '../form-context.ts';

/** How the values of conditions are compared: folded away while it is as it mostly is. */
export function FilterOptions({ filter, onChange }: { filter: JsonObject; onChange(change: JsonObject): void }) {
  const { panel } = useTexts();
  const { readOnly } = useForm();
  const isLoose = filter.typeValidation === 'loose' || filter.typeValidation === 'none';
  const [open] = useState(filter.caseSensitive === false || isLoose);
  const line = (label: string, checked: boolean, change: (checked: boolean) => JsonObject) => (
    <div className="mt-2 flex items-center justify-between gap-2">
      <span>{label}</span>
      <Switch aria-label={label} checked={checked} disabled={readOnly} onChange={(next) => onChange(change(next))} />
    </div>
  );
  return (
    <details open={open} className="mt-3">
      <summary className="cursor-pointer text-muted hover:text-text">{panel.howCompared}</summary>
      {line(panel.caseSensitive, filter.caseSensitive !== false, (caseSensitive) => ({ caseSensitive }))}
      {line(panel.looseTypes, isLoose, (loose) => ({ typeValidation: loose ? 'loose' : 'strict' }))}
    </details>
  );
}
