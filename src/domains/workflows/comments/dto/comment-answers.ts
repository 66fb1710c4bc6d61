import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../../http/answer-properties.js';
import { Person } from '../../../users/dto/user-answers.js';

/** What somebody said. */
export class CommentView {
  @IdProperty()
  id!: string;

  @ApiProperty({ type: Person, nullable: true, description: 'null when they are no member any more' })
  author!: Person | null;

  @ApiProperty({ description: 'Markdown; empty when it was deleted', example: 'Why twice?' })
  text!: string;

  @TimeProperty()
  createdAt!: string;

  @TimeProperty({ nullable: true })
  editedAt!: string | null;

  @ApiProperty({ description: 'It was deleted, and stays for the replies to it' })
  deleted!: boolean;
}

/** A comment, and what was said to it. */
export class CommentThread extends CommentView {
  @ApiProperty({ type: String, nullable: true, description: 'The node it is about; null for the whole workflow' })
  nodeId!: string | null;

  @TimeProperty({ nullable: true })
  resolvedAt!: string | null;

  @ApiProperty({ type: Person, nullable: true })
  resolvedBy!: Person | null;

  @ApiProperty({ type: [CommentView], description: 'Oldest first' })
  replies!: CommentView[];
}

class OpenThreads {
  @ApiProperty({ type: String, nullable: true, description: 'null for the whole workflow' })
  nodeId!: string | null;

  @ApiProperty({ type: 'integer', example: 2 })
  open!: number;
}

/** How many threads are not resolved, by what they are about. */
export class CommentCounts {
  @ApiProperty({ type: [OpenThreads] })
  items!: OpenThreads[];
}
