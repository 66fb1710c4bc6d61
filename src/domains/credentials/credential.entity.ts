import type { JsonObject } from '@orchestrator/workflow';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Proof } from './credential-proofs.service.js';

@Entity('credentials')
export class Credential {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text')
  name!: string;
  @Column('text')
  type!: string;
  /** Fields that are no secret. */
  @Column('jsonb')
  shown!: JsonObject;
  /** All fields, encrypted. */
  @Column('text')
  sealed!: string;
  /** Host patterns that it may be sent to; empty: the first use decides. */
  @Column('text', { name: 'allowed_hosts', array: true })
  allowedHosts!: string[];
  /** What the last call showed of it. */
  @Column('jsonb', { nullable: true })
  proof!: Proof | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;
}
