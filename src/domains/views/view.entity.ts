import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The lists that have views. */
export const VIEW_LISTS = ['workflows', 'executions', 'credentials'] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** A view of a list that somebody named: what is searched, filtered and opened in it. */
@Entity('views')
export class View {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;
  /** Whose it is; `null` when they have left the tenant. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;
  @Column('text')
  list!: ViewList;
  @Column('text')
  name!: string;
  /** The search of the list's address, without its question mark. */
  @Column('text')
  query!: string;
  /** Whether the whole tenant sees it. */
  @Column('boolean')
  shared!: boolean;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
