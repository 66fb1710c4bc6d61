/** The ways in which nodes start a workflow. */
export const TRIGGER_KINDS = ['manual', 'webhook', 'schedule', 'error', 'subworkflow', 'poll'] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];
