import type { Item, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { type ComponentType, createContext, useContext } from 'react';
import type { Parameters } from './declaration.ts';
import type { FieldProps, FieldSetProps } from './field-props.ts';

/** What fields of a form need to know of what is around them. */
export interface FormContext {
  /** The whole form: conditions may look at its top. */
  parameters: Parameters;
  values: JsonObject;
  readOnly: boolean;
  /** Missing where nothing can be an expression (credentials). */
  expressions?: ExpressionContext;
  /** What a node's choices are looked up for. */
  node?: { type: string; version: number; name: string; credentials: NonNullable<WorkflowNode['credentials']> };
  /** How fields and sets of fields are drawn: kinds that hold fields of their own draw them by these. */
  parts: { Field: ComponentType<FieldProps>; FieldSet: ComponentType<FieldSetProps> };
  /** Takes what is pasted into a field in another way; says whether it did. */
  onPaste?(path: string, text: string): boolean;
  /** What is wrong, by the path of the field: `fields[0].value`. */
  faults?: ReadonlyMap<string, string>;
  /** What the last run says of the code in it. */
  code?: CodeView;
}

/** What an editor of code shows beside the code. */
export interface CodeView {
  /** Where that code failed, if it is the code that ran. */
  faultIn(code: string): { line: number; message: string } | undefined;
  /** A line that somebody asked to see. */
  line?: number;
  /** It was shown. */
  shown(): void;
}

/** What an expression can see while it is edited. */
export interface ExpressionContext {
  workflowId?: string;
  executionId?: string;
  /** The node that the text belongs to. */
  node: string;
  /** The items that go into the node, as far as they are known. */
  items: readonly Item[];
  itemIndex: number;
  /** Names of the nodes before it, the nearest first. */
  nodeNames: readonly string[];
  /** Names that are there besides, only while the node runs: `$response`. */
  seen?: readonly string[];
  /** An item that one of these nodes gave; nothing when it has not run. */
  sampleOf?(node: string): Promise<JsonObject | undefined>;
  /** The workflow as it stands here, while that is not what is saved. */
  unsaved?(): WorkflowDocument | undefined;
}

const Context = createContext<FormContext | undefined>(undefined);
export const FormProvider = Context.Provider;

export function useForm(): FormContext {
  const context = useContext(Context);
  if (!context) throw new Error('there is no form around');
  return context;
}
