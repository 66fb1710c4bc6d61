import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A tenant: what belongs together and is kept apart from everybody else's. */
@Entity('tenants')
export class Tenant {
  @PrimaryColumn('uuid') id!: string;
  /** In addresses, `/webhook/t/<slug>/...`. Unique. */
  @Column('text') slug!: string;
  @Column('text') name!: string;
  /** IANA zone of workflows that name none. */
  @Column('text') timezone!: string;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
