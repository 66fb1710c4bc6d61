import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';

const CodeEditor = lazy(() => import('../../editor/expression/code-editor.tsx'));

/** Code, in place and larger. */
export function CodeField({ parameter, value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly, code } = useForm();
  const text = typeof value === 'string' ? value : '';
  const [large, setLarge] = useState(false);
  const editor = (lines: number) => (
    <Suspense fallback={<div className="h-40 rounded-control border border-control bg-sunken" />}>
      <CodeEditor
        value={text}
        onChange={onChange}
        language={parameter.language === 'python' ? 'python' : 'javascript'}
        label={parameter.label}
        readOnly={readOnly}
        lines={lines}
        fault={code?.faultIn(text)}
        goTo={code?.line}
        onShown={code?.shown}
        {...(large ? {} : { id: control.id, describedBy: control['aria-describedby'] })}
      />
    </Suspense>
  );
  return (
    <div className="relative">
      {!large && editor(10)}
      <IconButton label={panel.enlarge} className="absolute end-1 top-1" onClick={() => setLarge(true)}>
        <Maximize2 size={14} />
      </IconButton>
      <Dialog open={large} onOpenChange={setLarge} title={parameter.label} size="large">
        {editor(28)}
      </Dialog>
    </div>
  );
}
