import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A folder of workflows; folders lie in folders. */
@Entity('folders')
export class Folder {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;
  @Column('text')
  name!: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
