import type { EdgeKind } from '../document.js';
import type { JsonObject } from '../json.js';

/** What validation has to know of a node type. `packages/node-sdk` makes it from a declaration. */
export interface NodeTypeInfo {
  inputs(parameters: JsonObject): readonly PortInfo[];
  /** Without the error output, which `onError: 'errorOutput'` adds last. */
  outputs(parameters: JsonObject): readonly PortInfo[];
  /** Faults of the parameters; texts that are expressions count as right, for their values are not known. */
  checkParameters(parameters: JsonObject): readonly ParameterFault[];
  /** The parameters whose texts are never expressions, whatever they begin with. */
  literals: ReadonlySet<string>;
}

export interface PortInfo {
  kind: EdgeKind;
}

export interface ParameterFault {
  /** Path within the parameters, such as `fields[2].name`. */
  path: string;
  rule: string;
  message: string;
  /** `error` when left out. */
  severity?: 'error' | 'warning';
}

/** The node types that are known. */
export interface NodeTypeLookup {
  find(type: string, version: number): NodeTypeInfo | undefined;
  /** The versions of a type, for the message about one that is not there; empty for an unknown type. */
  versions(type: string): readonly number[];
}

/** What is said of the expression language, which is a package above this one. */
export interface ExpressionRules {
  /** Faults of one text that begins with `=`; empty when it has none. */
  check(text: string): readonly { message: string }[];
  /** Names of the nodes that the text refers to by name. */
  referencedNodes(text: string): readonly string[];
}
