import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';

/** The workflow behind an address. */
export class WebhookWorkflow {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'New orders' })
  name!: string;

  @ApiProperty({ description: 'The live version', type: 'integer', example: 3 })
  version!: number;
}

/** A live address in a list. */
export class WebhookView {
  @IdProperty()
  id!: string;

  @ApiProperty()
  workflow!: WebhookWorkflow;

  @ApiProperty({ example: 'a1' })
  nodeId!: string;

  @ApiProperty({ example: 'POST' })
  method!: string;

  @ApiProperty({ example: 'http://127.0.0.1:3000/webhook/orders' })
  url!: string;

  @ApiProperty({ description: 'Whether the plain path leads here' })
  free!: boolean;

  @ApiPropertyOptional({ description: 'For people' })
  note?: string;

  @ApiProperty({
    description: 'Works whoever holds the plain path',
    example: 'http://127.0.0.1:3000/webhook/t/engines/orders',
  })
  tenantUrl!: string;
}

/** The addresses that a path would have. */
export class AddressFacts {
  @ApiProperty({ description: 'Where it is called once it is live', example: 'http://127.0.0.1:3000/webhook/orders' })
  url!: string;

  @ApiProperty({ example: 'http://127.0.0.1:3000/webhook-test/orders' })
  testUrl!: string;

  @ApiProperty({ description: 'Whether the plain path could be had' })
  free!: boolean;

  @ApiPropertyOptional({ description: 'For people' })
  note?: string;
}

/** The first part of plain paths that the tenant alone is called by, with whatever follows it. */
export class HeldPath {
  @IdProperty()
  id!: string;

  @ApiProperty({ description: 'In lower case; all spellings of it are held', example: 'orders' })
  segment!: string;

  @ApiProperty({ description: 'Something is live, or listens, at it' })
  used!: boolean;

  @TimeProperty()
  since!: string;

  @TimeProperty({
    nullable: true,
    description: 'When others may have it, unless it is used before; null while it is used',
  })
  keptUntil!: string | null;
}

/** An address that a workflow has got with going live. */
export class WebhookAddress {
  @ApiProperty({ description: 'Name of the node', example: 'Webhook' })
  node!: string;

  @ApiProperty({ example: 'POST' })
  method!: string;

  @ApiProperty({ description: 'Where it is called', example: 'http://127.0.0.1:3000/webhook/orders' })
  url!: string;

  @ApiProperty({ description: 'Whether the plain path could be had where tenants share an origin' })
  free!: boolean;

  @ApiPropertyOptional({ description: 'For people' })
  note?: string;
}

/** A test address that waits for its one call. */
export class ArmedWebhook {
  @ApiProperty({ description: 'Name of the node', example: 'Webhook' })
  node!: string;

  @ApiProperty({ description: 'With the method, what tells it apart: names and paths change', example: 'a1' })
  nodeId!: string;

  @ApiProperty({ example: 'POST' })
  method!: string;

  @ApiProperty({ example: 'http://127.0.0.1:3000/webhook-test/orders' })
  url!: string;

  @ApiProperty({
    description: "The path of the same at the app's own host, for a page of the app, which calls no other",
    example: '/webhook-test/orders',
  })
  appPath!: string;

  @IdProperty({
    description: 'The id that the execution of the call will have: ask for it, or for its events, until it is there',
  })
  executionId!: string;
}

/** What listens for a workflow. */
export class Listening {
  @TimeProperty()
  until!: string;

  @ApiProperty({ type: [ArmedWebhook] })
  webhooks!: ArmedWebhook[];
}
