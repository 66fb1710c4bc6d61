import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One comment: the first of a thread, or a reply to it. */
@Entity('comments')
export class WorkflowComment {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('uuid', { name: 'workflow_id' })
  workflowId!: string;
  /** The first comment of the thread; `null` for the first itself. */
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;
  /** The node that the thread is about; `null` for the whole workflow. */
  @Column('text', { name: 'node_id', nullable: true })
  nodeId!: string | null;
  @Column('uuid', { name: 'author_id' })
  authorId!: string;
  @Column('text')
  text!: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;
  /** Its text is gone, and it stays for the replies to it. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;
  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;
}
