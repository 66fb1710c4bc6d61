import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

/** Longer addresses are no links that anybody shares. */
const MAX_ADDRESS = 2_000;

/** Where a workflow lies on the web. */
export class FetchBody {
  @ApiProperty({
    maxLength: MAX_ADDRESS,
    description: 'Of its JSON, or of the page about it on GitHub or in n8n’s gallery',
    example: 'https://github.com/ada/flows/blob/main/orders.json',
  })
  @IsString()
  @Length(1, MAX_ADDRESS)
  url!: string;
}

/** What lies there. */
export class FetchedText {
  @ApiProperty({ description: 'JSON that may hold a workflow, or several: not looked into yet' })
  text!: string;
}
