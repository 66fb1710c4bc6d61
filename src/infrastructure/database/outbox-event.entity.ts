import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A domain event that was committed and waits to be delivered. */
@Entity('outbox')
export class OutboxEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('text') type!: string;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('text', { nullable: true }) error!: string | null;
}
