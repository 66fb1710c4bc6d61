import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { useTexts } from '../../texts/texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { workflowCalls } from './workflows.queries.ts';

/** Switches a workflow on or off, after saying what that does. */
export function LiveSwitch({ workflow, disabled }: { workflow: ListedWorkflow; disabled: boolean }) {
  const { workflows } = useTexts();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<boolean>();
  const { id, name, active } = workflow;
  const change = async (on: boolean) => {
    const sure = await confirm(
      on
        ? { title: workflows.switchOnTitle(name), text: workflows.switchOnText, action: workflows.switchOn }
        : { title: workflows.switchOffTitle(name), text: workflows.switchOffText, action: workflows.switchOff },
    );
    if (!sure) return;
    setWanted(on);
    try {
      await (on ? workflowCalls.switchOn(id) : workflowCalls.switchOff(id));
      await queries.invalidateQueries({ queryKey: ['workflows'] });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setWanted(undefined);
    }
  };
  return (
    <Switch
      checked={wanted ?? active}
      onChange={(on) => void change(on)}
      disabled={disabled || wanted !== undefined}
      aria-label={workflows.switchLabel(name)}
    />
  );
}
