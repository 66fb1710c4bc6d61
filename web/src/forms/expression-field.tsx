import ExpressionEditor from '../editor/expression/expression-editor.tsx';
import { type Preview, usePreview } from '../editor/expression/use-preview.ts';
import { told } from '../texts/messages.ts';
import { useTexts } from '../texts/texts.ts';
import type { ControlProps } from './field-props.ts';
import { useForm } from './form-context.ts';

const SHOWN_LENGTH = 300;
const NOTHING_SEEN = { node: '', items: [], itemIndex: 0, nodeNames: [] };
const READS_ITEM = /\$(json|input|binary)\b/;

/** A parameter whose text is an expression, with what it gives for the shown item under it. */
export default function ExpressionField({
  parameter,
  value,
  onChange,
  control,
  autoFocus,
}: ControlProps & { autoFocus: boolean }) {
  const { readOnly, expressions } = useForm();
  const { panel } = useTexts();
  const text = String(value);
  const { deferred } = parameter;
  const preview = usePreview(text, deferred ? undefined : expressions);
  // Before anything has run there is no item to try it with, which is no fault of the expression.
  const isUntried = expressions?.items.length === 0 && READS_ITEM.test(text) && preview?.code !== 'expression.syntax';
  const isLong = parameter.kind !== 'string' || parameter.multiline === true || text.length > 40 || text.includes('\n');
  return (
    <>
      <ExpressionEditor
        value={text.slice(1)}
        onChange={(next) => onChange(`=${next}`)}
        context={{ ...(expressions ?? NOTHING_SEEN), seen: deferred }}
        multiline={isLong}
        readOnly={readOnly}
        autoFocus={autoFocus}
        id={control.id}
        label={parameter.label}
        describedBy={control['aria-describedby']}
        invalid={control['aria-invalid'] === true || (preview?.kind === 'error' && !isUntried)}
      />
      {deferred ? (
        <p className="mt-1 min-h-[18px] text-sm text-muted">{panel.deferred(deferred.join(', '))}</p>
      ) : isUntried ? (
        <p className="mt-1 min-h-[18px] text-sm text-muted">{panel.untried}</p>
      ) : (
        <PreviewLine
          preview={preview}
          onMend={
            readOnly ? undefined : ({ from, to, insert }) => onChange(text.slice(0, from) + insert + text.slice(to))
          }
        />
      )}
    </>
  );
}

type Mend = NonNullable<Preview['hints'][number]['mend']>;

function PreviewLine({ preview, onMend }: { preview: Preview | undefined; onMend?(mend: Mend): void }) {
  const { panel } = useTexts();
  // Its place is kept, so that nothing jumps when the result comes.
  if (!preview) return <p className="mt-1 h-[18px]" />;
  if (preview.kind === 'error') {
    return (
      <div className="mt-1 min-h-[18px] text-sm text-bad">
        <p className="font-mono wrap-anywhere">{told(preview.message ?? '')}</p>
        <Mends preview={preview} onMend={onMend} />
      </div>
    );
  }
  const text =
    preview.kind === 'undefined'
      ? panel.givesNothing
      : panel.gives(typeof preview.result === 'string' ? preview.result : JSON.stringify(preview.result));
  return (
    <div className="mt-1 min-h-[18px] text-sm">
      <p
        className={`line-clamp-3 font-mono wrap-anywhere ${preview.kind === 'undefined' ? 'text-warn' : 'text-ok'}`}
        aria-live="polite"
      >
        {text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text}
      </p>
      <Mends preview={preview} onMend={onMend} />
    </div>
  );
}

/** What is likely meant instead, as a button each. */
function Mends({ preview, onMend }: { preview: Preview; onMend?(mend: Mend): void }) {
  // The same thing may be wrong in several places of one expression.
  const kinds = new Map(preview.hints.map((hint) => [`${hint.message} ${hint.mend?.label}`, hint]));
  return [...kinds.values()].map(({ from, message, mend }) => (
    <p key={`${from} ${message}`} className="mt-0.5 text-muted">
      {message !== preview.message && told(message)}{' '}
      {mend && onMend && (
        <button type="button" className="font-medium text-accent underline" onClick={() => onMend(mend)}>
          {told(mend.label)}
        </button>
      )}
    </p>
  ));
}
