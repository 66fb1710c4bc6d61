import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One signed-in browser or program of a user. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('uuid', { name: 'active_tenant_id' }) activeTenantId!: string;
  @Column('text') nonce!: string;
  @Column('integer') generation!: number;
  @Column('timestamptz', { name: 'rotated_at' }) rotatedAt!: Date;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('text', { name: 'user_agent', nullable: true }) userAgent!: string | null;
  @Column('text', { nullable: true }) ip!: string | null;
}
