import type { EdgeKind, WorkflowNode } from '../document.js';
import type { JsonObject } from '../json.js';

/** What validation has to know of a node type. `packages/node-sdk` makes it from a declaration. */
export interface NodeTypeInfo {
  inputs(parameters: JsonObject): readonly PortInfo[];
  /** Without the error output, which `onError: 'errorOutput'` adds last. */
  outputs(parameters: JsonObject): readonly PortInfo[];
  /** Faults of the parameters; texts that are expressions count as right, for their values are not known. */
  checkParameters(parameters: JsonObject): readonly ParameterFault[];
  /** Faults of the credentials that the node needs as it is set: those that it does not name. Paths within the node. */
  checkCredentials?(node: Pick<WorkflowNode, 'parameters' | 'credentials'>): readonly ParameterFault[];
  /** What people know the parameter at a path by, in English: `Options › Timeout`. */
  labelOf?(path: string): string | undefined;
  /** The parameters whose texts are never expressions, whatever they begin with. */
  literals: ReadonlySet<string>;
  /** Runs begin at it. */
  starts: boolean;
  /** It stands for a node of which nothing is known. */
  isOpen?: boolean;
  /** It answers the call that a run began with. */
  responds?: boolean;
  /** Of a node that is called: whether the caller waits for a node that answers. */
  awaitsResponse?(parameters: JsonObject): 'yes' | 'no' | 'perhaps';
  /** Of a node that hands its items on in rounds: its outputs, by number, and whether it takes what arrives as new items. */
  loop?(parameters: JsonObject): LoopPorts;
}

export interface LoopPorts {
  /** Where each round leaves. */
  again: number;
  /** Where everything leaves in the end, if anywhere. */
  done?: number;
  startsOver: boolean;
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
  /** The pieces of code in a text that begins with `=`, in order. */
  codes(text: string): readonly PieceOfCode[];
  /** Looks at one piece. Takes some 50 ms at worst. */
  inspect(code: string): InspectedCode;
}

export interface PieceOfCode {
  code: string;
  /** Where it stands in the text. */
  start: number;
}

/** From where to where something stands. */
type Span = readonly [from: number, to: number];

/** What one piece of code of an expression turned out to be. */
export interface InspectedCode {
  /** What is wrong with it, in words. */
  problem?: string;
  /** Where in the code that is, where one place can be named. */
  problemAt?: number;
  /** Names of the nodes that it refers to by name. */
  nodes: readonly string[];
  /** Where in the code each name stands first. */
  places?: ReadonlyMap<string, Span>;
  /** It asks whether nodes have run, so that it may name some that have not. */
  asksWhatRan?: boolean;
}
