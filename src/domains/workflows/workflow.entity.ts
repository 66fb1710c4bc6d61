import type { WorkflowDocument } from '@orchestrator/workflow';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TriggerKind } from './trigger-kinds.js';

/** A workflow: its name and place, and which of its versions is the newest and which is live. */
@Entity('workflows')
export class Workflow {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('uuid', { name: 'folder_id', nullable: true })
  folderId!: string | null;
  @Column('text')
  name!: string;
  @Column('text', { array: true })
  tags!: string[];
  /** The newest saved version: the draft. */
  @Column('integer')
  version!: number;
  /** The version that triggers start; `null` when the workflow is not active. */
  @Column('integer', { name: 'active_version', nullable: true })
  activeVersion!: number | null;
  /** The number that the live version has among those that were ever live; `null` when the workflow is not active. */
  @Column('integer', { name: 'live_number', nullable: true })
  liveNumber!: number | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;
}

/** One saved version of a workflow's document. Its document never changes once it is written. */
@Entity('workflow_versions')
export class WorkflowVersion {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('uuid', { name: 'workflow_id' })
  workflowId!: string;
  @PrimaryColumn('integer')
  version!: number;
  /** As text, and not `jsonb`, which would put the keys of every object in an order of its own. */
  @Column('json')
  document!: WorkflowDocument;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
  /** The kinds of triggers that start it, each once. */
  @Column('text', { array: true, default: [] })
  triggers!: TriggerKind[];
  @Column('integer', { name: 'node_count', default: 0 })
  nodeCount!: number;
  /** What somebody calls this version. */
  @Column('text', { nullable: true })
  label!: string | null;
  /** When the row of automatic saves began that this is the newest of; `null` for what was saved on purpose. */
  @Column('timestamptz', { name: 'autosaved_since', nullable: true })
  autosavedSince!: Date | null;
  /** It was live, or something ran it. */
  @Column('boolean', { default: false })
  kept!: boolean;
  /** Its number among the versions that were ever live, from 1 on; `null` when it never was. */
  @Column('integer', { name: 'live_number', nullable: true })
  liveNumber!: number | null;
}
