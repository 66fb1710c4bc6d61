import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Edge,
  type Item,
  type NodeGroup,
  type StickyNote,
  type WorkflowNode,
  type WorkflowSettings,
} from '@orchestrator/workflow';
import { MapProperty, SharedListProperty, SharedProperty } from '../../../http/answer-properties.js';
import { sharedSchema } from '../../../http/shared-schemas.js';

/** A document to be saved. What the server adds to one (`id`, `active`, ...) may be in it and is left aside. */
export class NewWorkflowBody {
  @ApiPropertyOptional({ enum: [1], default: 1 })
  formatVersion?: 1;

  @ApiProperty({ example: 'New order to warehouse' })
  name!: string;

  @ApiPropertyOptional()
  description?: string;

  @SharedListProperty('WorkflowNode')
  nodes!: WorkflowNode[];

  @SharedListProperty('Edge')
  edges!: Edge[];

  @SharedProperty('WorkflowSettings', { required: false })
  settings?: WorkflowSettings;

  @MapProperty({ type: 'array', items: sharedSchema('Item') }, { required: false })
  pins?: Record<string, Item[]>;

  @SharedListProperty('StickyNote', { required: false })
  notes?: StickyNote[];

  @SharedListProperty('NodeGroup', { required: false })
  groups?: NodeGroup[];

  @ApiPropertyOptional({ type: [String] })
  tags?: string[];
}

/** A document to be saved as the next version. */
export class SaveWorkflowBody extends NewWorkflowBody {
  @ApiProperty({ type: 'integer', description: 'The version that the change is based on', example: 1 })
  version!: number;
}
