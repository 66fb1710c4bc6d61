import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';
import { VIEW_LISTS, type ViewList } from '../view.entity.js';

/** A saved view, as its reader sees it. */
export class ViewAnswer {
  @IdProperty()
  id!: string;

  @ApiProperty({ enum: VIEW_LISTS, enumName: 'ViewList' })
  list!: ViewList;

  @ApiProperty({ example: 'Failed webhooks' })
  name!: string;

  @ApiProperty({ description: "The search of the list's address", example: 'q=status%3Aerror+mode%3Awebhook' })
  query!: string;

  @ApiProperty({ description: 'Whether everybody in the tenant sees it' })
  shared!: boolean;

  @ApiProperty({ description: 'Whether it is of the one who asks' })
  mine!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The name of the member whose it is; null when they have left',
    example: 'Ada Lovelace',
  })
  ownerName!: string | null;

  @ApiProperty({ description: 'Whether the one who asks may rename, change and delete it' })
  mayChange!: boolean;

  @TimeProperty()
  createdAt!: Date;

  @TimeProperty()
  updatedAt!: Date;
}
