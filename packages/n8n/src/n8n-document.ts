import type { JsonObject } from '@orchestrator/workflow';

/** n8n's workflow file, as far as import reads it (reference: names and shapes of n8n's exports are facts). */
export interface N8nDocument {
  id?: string;
  name?: string;
  nodes: N8nNode[];
  connections?: Record<string, Record<string, (({ node: string; type?: string; index?: number } | null)[] | null)[]>>;
  settings?: JsonObject;
  pinData?: Record<string, unknown[]>;
  meta?: JsonObject;
  nodeGroups?: { id: string; name: string; nodeIds: string[]; description?: string }[];
  tags?: unknown[];
}

export interface N8nNode {
  id?: string;
  name: string;
  type: string;
  typeVersion?: number;
  position?: [number, number];
  parameters?: JsonObject;
  credentials?: Record<string, { id?: string | null; name?: string } | string>;
  disabled?: boolean;
  notes?: string;
  notesInFlow?: boolean;
  retryOnFail?: boolean;
  maxTries?: number;
  waitBetweenTries?: number;
  alwaysOutputData?: boolean;
  executeOnce?: boolean;
  onError?: string;
  continueOnFail?: boolean;
  webhookId?: string;
}
