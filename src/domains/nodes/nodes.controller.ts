import { createHash } from 'node:crypto';
import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  Headers,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { NodeRegistry } from '@orchestrator/runtime';
import type { FastifyReply } from 'fastify';
import { Permission } from '../../http/access.js';
import { AlsoAnswers, Answers, pageOf } from '../../http/documented.js';
import type { Page } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { describeNode } from './describe-node.js';
import { DescribeBody, readDescribeBody } from './dto/describe-body.js';
import { NodeLooks } from './dto/node-looks.js';
import { NodeView } from './dto/node-view.js';
import { nodeView } from './node-view.types.js';

const EXAMPLE = {
  type: 'limit',
  version: 1,
  label: 'Limit',
  summary: 'Keeps the first or the last items.',
  keywords: ['head', 'tail'],
  actions: [{ label: 'Keep only the first items', parameters: { keep: 'first' } }],
  docs: 'Lets through so many items, from the beginning or the end of the list.',
  group: 'data',
  icon: 'scissors',
  kind: 'action',
  inputs: [{ kind: 'main', max: 0, required: false }],
  outputs: [{ kind: 'main', max: 0, required: false }],
  dynamicPorts: false,
  subtitled: true,
  effect: 'pure',
  parameters: { maxItems: { kind: 'number', label: 'Items', default: 1, min: 1 } },
  credentials: [],
};

const EXAMPLE_LOOKS: NodeLooks = {
  inputs: [{ kind: 'main', max: 0, required: false }],
  outputs: [
    { kind: 'main', max: 0, required: false },
    { kind: 'main', name: 'error', max: 0, required: false, error: true },
  ],
  subtitle: 'POST shop.example/orders',
  effect: 'external',
};

@ApiTags('nodes')
@Controller('nodes')
export class NodesController {
  /** Declarations never change while the server runs. */
  private readonly views: readonly NodeView[];
  private readonly etag: string;

  constructor(private readonly registry: NodeRegistry) {
    this.views = registry.allNodes().map(nodeView);
    // Weak: the same declarations, compressed or not.
    this.etag = `W/"${createHash('sha256').update(JSON.stringify(this.views)).digest('base64url').slice(0, 22)}"`;
  }

  @Get()
  @Permission('nodes.read')
  @ApiHeader({ name: 'if-none-match', required: false, description: 'The `etag` of an earlier answer' })
  @Answers(200, 'Lists the declarations of all node types.', { items: [EXAMPLE], nextCursor: null }, pageOf(NodeView))
  @AlsoAnswers(304, 'They are as they were.')
  list(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Page<NodeView> | undefined {
    reply.headers({ etag: this.etag, 'cache-control': 'private, no-cache' });
    if (known?.split(/\s*,\s*/).includes(this.etag)) {
      reply.status(304);
      return undefined;
    }
    return { items: [...this.views], nextCursor: null };
  }

  @Get(':type')
  @Permission('nodes.read')
  @Answers(200, 'Gives the declaration of one node type.', EXAMPLE, NodeView)
  get(@Param('type') type: string, @Query('version', new DefaultValuePipe(1), ParseIntPipe) version: number) {
    return nodeView(this.find(type, version));
  }

  @Post('describe')
  @Permission('nodes.read')
  @ApiBody({ type: DescribeBody })
  @Answers(
    200,
    'Tells how nodes with these parameters are drawn, in the order of the question.',
    [EXAMPLE_LOOKS],
    [NodeLooks],
  )
  describe(@Body() body: unknown): NodeLooks[] {
    return readDescribeBody(body).nodes.map((node) => describeNode(this.registry, node));
  }

  private find(type: string, version: number) {
    const definition = this.registry.node(type, version);
    if (!definition) throw Problem.notFound('node type', `${type} ${version}`);
    return definition;
  }
}
