import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import {
  type Edge,
  type Item,
  type NodeGroup,
  type StickyNote,
  type WorkflowDocument,
  type WorkflowNode,
  type WorkflowSettings,
} from '@orchestrator/workflow';
import {
  IdProperty,
  MapProperty,
  SharedListProperty,
  SharedProperty,
  TimeProperty,
} from '../../../http/answer-properties.js';
import { sharedSchema } from '../../../http/shared-schemas.js';
import { Person } from '../../users/dto/user-answers.js';
import { WebhookAddress } from '../../webhooks/dto/webhook-answers.js';

/** What the server says of a workflow beside its document. */
export class WorkflowFacts {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'New order to warehouse' })
  name!: string;

  @ApiProperty({
    type: 'integer',
    description: 'The version shown: the newest, unless another was asked for',
    example: 3,
  })
  version!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The version that is live', example: 3 })
  activeVersion!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The number of the live version among those that were ever live, as people are told it',
    example: 2,
  })
  liveNumber!: number | null;

  @ApiProperty()
  active!: boolean;

  @IdProperty({ nullable: true })
  folderId!: string | null;

  @ApiProperty({ type: [String] })
  tags!: string[];

  @TimeProperty()
  createdAt!: string;

  @TimeProperty()
  updatedAt!: string;
}

/** A workflow as the API shows it: its document, and what the server knows of it. */
@ApiSchema({ name: 'Workflow' })
export class WorkflowAnswer extends WorkflowFacts {
  @ApiProperty({ enum: [1] })
  formatVersion!: 1;

  @ApiPropertyOptional()
  description?: string;

  @SharedListProperty('WorkflowNode')
  nodes!: WorkflowNode[];

  @SharedListProperty('Edge')
  edges!: Edge[];

  @SharedProperty('WorkflowSettings')
  settings!: WorkflowSettings;

  @MapProperty(
    { type: 'array', items: sharedSchema('Item') },
    { required: false, description: 'Pinned data: node id to items of output 0' },
  )
  pins?: Record<string, Item[]>;

  @SharedListProperty('StickyNote', { required: false })
  notes?: StickyNote[];

  @SharedListProperty('NodeGroup', { required: false })
  groups?: NodeGroup[];
}

/** A workflow that has gone live. */
export class ActivatedWorkflow extends WorkflowFacts {
  @ApiPropertyOptional({ type: [WebhookAddress], description: 'Where it is called' })
  webhooks?: WebhookAddress[];
}

/** One saved version, as the list of versions shows it. */
export class VersionFacts {
  @ApiProperty({ type: 'integer', example: 3 })
  version!: number;

  @TimeProperty()
  createdAt!: string;

  @IdProperty({ nullable: true, description: 'The user; null when the system saved it' })
  createdBy!: string | null;

  @ApiProperty({ type: Person, nullable: true, description: 'The same by name; null when they are no member any more' })
  author!: Person | null;

  @ApiProperty()
  live!: boolean;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Its number among the versions that were ever live, given when it first was; null when it never was',
    example: 2,
  })
  liveNumber!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'What somebody calls it', example: 'before the sale' })
  label!: string | null;

  @ApiProperty({ description: 'It was live, or something ran it' })
  kept!: boolean;

  @ApiProperty({ description: 'Saved by itself while somebody worked on it' })
  autosaved!: boolean;
}

/** A node that could not be carried over. */
export class UnsupportedNode {
  @ApiProperty({ description: 'Name of the node', example: 'Slack' })
  node!: string;

  @ApiProperty({ example: 'n8n-nodes-base.slack' })
  type!: string;

  @ApiProperty({ description: 'What nodes of this type are called', example: 'Slack' })
  label!: string;

  @ApiProperty()
  why!: string;
}

/** What became of an imported workflow. */
export class ImportReportView {
  @ApiProperty({ type: 'integer', description: 'Nodes of the file, sticky notes included' })
  nodes!: number;

  @ApiProperty({ type: [UnsupportedNode], description: 'Nodes that became placeholders' })
  unsupported!: UnsupportedNode[];

  @ApiProperty({ type: [String], description: 'What was changed, left out, or is still to be done' })
  warnings!: string[];
}

/** An imported workflow. */
export class ImportedWorkflow {
  @ApiProperty()
  workflow!: WorkflowAnswer;

  @ApiProperty()
  report!: ImportReportView;
}

/** A translated document, which nobody has saved. */
export class TranslatedWorkflow {
  @SharedProperty('WorkflowDocument')
  document!: WorkflowDocument;

  @ApiProperty()
  report!: ImportReportView;
}

/** A folder of workflows. */
export class FolderView {
  @IdProperty()
  id!: string;

  @IdProperty({ nullable: true })
  parentId!: string | null;

  @ApiProperty({ example: 'Shop' })
  name!: string;
}
