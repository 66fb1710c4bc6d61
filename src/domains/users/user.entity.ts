import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A person. Global: memberships say which tenants they belong to. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid') id!: string;
  /** Lower case. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @Column('uuid', { name: 'last_tenant_id', nullable: true }) lastTenantId!: string | null;
}
