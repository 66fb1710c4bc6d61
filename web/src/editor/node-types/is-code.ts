import type { IsCode } from '@orchestrator/workflow';
import type { NodeType, NodeTypes } from './node-types.queries.ts';

/** Tells the parameters that hold code, by what the node types declare; before those have come, none does. */
export function isCodeOf(types: NodeTypes | undefined): IsCode {
  return (type, version, path) => {
    let fields: NodeType['parameters'] | undefined = types?.find(type, version)?.parameters;
    let kind: string | undefined;
    for (const name of path) {
      const parameter = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
      kind = parameter?.kind;
      fields = parameter?.fields;
    }
    return kind === 'code';
  };
}
