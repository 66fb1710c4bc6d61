import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches } from 'class-validator';

/** What the app is painted in; `system` follows the device. */
export const COLOURS = ['light', 'dark', 'system'] as const;
export type Colours = (typeof COLOURS)[number];

/** How a person likes the app. What is left out was never chosen. */
export class Preferences {
  @ApiPropertyOptional({ description: 'The language of the app, as BCP 47 writes it', example: 'de', maxLength: 35 })
  @IsOptional()
  @IsString()
  @Matches(/^(?=.{2,35}$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'language is a tag such as de or pt-BR' })
  language?: string;

  @ApiPropertyOptional({ enum: COLOURS, enumName: 'Colours', example: 'dark' })
  @IsOptional()
  @IsIn(COLOURS)
  colours?: Colours;

  @ApiPropertyOptional({ description: 'Whether the tour of the first minute was taken, or ended' })
  @IsOptional()
  @IsBoolean()
  tourDone?: boolean;
}
