import { memo } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { chipOf, iconOf } from './node-icons.ts';
import type { NodeType } from './node-types.queries.ts';

/** The square with a node type's icon, in the colour of its group. */
export const NodeChip = memo(function NodeChip({ type, size = 32 }: { type?: NodeType; size?: number }) {
  const Icon = iconOf(type);
  return (
    <span
      aria-hidden="true"
      style={{ width: size, height: size }}
      className={classNames('flex shrink-0 items-center justify-center rounded-control', chipOf(type?.group))}
    >
      <Icon size={size / 2} strokeWidth={2} />
    </span>
  );
});
