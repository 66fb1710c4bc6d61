import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

/** Longer than any path that can be had; what is wrong with one is said by name. */
const LIMIT = 2_000;

export class AddressQuery {
  @ApiProperty({ description: 'Below /webhook/, with parameters by name', example: 'orders/:id' })
  @IsString()
  @MaxLength(LIMIT)
  path!: string;
}
