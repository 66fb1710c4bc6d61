import type { Item } from '@orchestrator/workflow';
import { useMemo } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { FieldHandle } from './field-handle.tsx';
import { type SchemaField, schemaOf } from './schema.ts';
import { ShortValue } from './short-value.tsx';

/** The fields that items have, with their types and an example each. */
export function SchemaView({ items, node }: { items: readonly Item[]; node?: string }) {
  const { panel } = useTexts();
  const fields = useMemo(() => schemaOf(items), [items]);
  if (fields.length === 0) return <p className="px-2 py-1 text-faint">{panel.noFields}</p>;
  return (
    <ul aria-label={panel.schema} className="font-mono text-sm">
      <Fields fields={fields} depth={0} node={node} />
    </ul>
  );
}

function Fields({ fields, depth, node }: { fields: readonly SchemaField[]; depth: number; node?: string }) {
  const { panel } = useTexts();
  const names = {
    text: panel.types.string,
    number: panel.types.number,
    boolean: panel.types.boolean,
    list: panel.types.array,
    object: panel.types.object,
    empty: '–',
  };
  return fields.map((field) => (
    <li key={field.path.join('\n')}>
      <div className="flex min-h-6 items-center gap-2 hover:bg-bg" style={{ paddingInlineStart: 8 + depth * 16 }}>
        <FieldHandle path={field.path} node={node} className="text-accent">
          {field.name}
        </FieldHandle>
        <span className="min-w-0 flex-1 truncate">
          <ShortValue value={field.example} />
        </span>
        <span className="pe-2 text-muted">{names[field.type]}</span>
      </div>
      {field.fields.length > 0 && (
        <ul>
          <Fields fields={field.fields} depth={depth + 1} node={node} />
        </ul>
      )}
    </li>
  ));
}
