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
import { languagesOf, nodeIn } from '@orchestrator/node-sdk';
import { NodeRegistry } from '@orchestrator/runtime';
import type { FastifyReply } from 'fastify';
import { Permission } from '../../http/access.js';
import { ACCEPT_LANGUAGE, AlsoAnswers, Answers, pageOf } from '../../http/documented.js';
import type { Page } from '../../http/page.js';
import { preferredLanguage } from '../../http/preferred-language.js';
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
  private readonly languages: ReadonlySet<string>;
  /** By language, made when it is first asked for. Declarations never change while the server runs. */
  private readonly lists = new Map<string, { views: readonly NodeView[]; etag: string }>();

  constructor(private readonly registry: NodeRegistry) {
    this.languages = languagesOf(registry.allNodes());
  }

  @Get()
  @Permission('nodes.read')
  @ApiHeader(ACCEPT_LANGUAGE)
  @ApiHeader({ name: 'if-none-match', required: false, description: 'The `etag` of an earlier answer' })
  @Answers(200, 'Lists the declarations of all node types.', { items: [EXAMPLE], nextCursor: null }, pageOf(NodeView))
  @AlsoAnswers(304, 'They are as they were.')
  list(
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Page<NodeView> | undefined {
    const { views, etag } = this.listIn(this.spoken(accepted, reply));
    reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (known?.split(/\s*,\s*/).includes(etag)) {
      reply.status(304);
      return undefined;
    }
    return { items: [...views], nextCursor: null };
  }

  @Get(':type')
  @Permission('nodes.read')
  @ApiHeader(ACCEPT_LANGUAGE)
  @Answers(200, 'Gives the declaration of one node type.', EXAMPLE, NodeView)
  get(
    @Param('type') type: string,
    @Query('version', new DefaultValuePipe(1), ParseIntPipe) version: number,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return nodeView(nodeIn(this.find(type, version), this.spoken(accepted, reply)));
  }

  @Post('describe')
  @Permission('nodes.read')
  @ApiHeader(ACCEPT_LANGUAGE)
  @ApiBody({ type: DescribeBody })
  @Answers(
    200,
    'Tells how nodes with these parameters are drawn, in the order of the question.',
    [EXAMPLE_LOOKS],
    [NodeLooks],
  )
  describe(
    @Body() body: unknown,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): NodeLooks[] {
    const language = this.spoken(accepted, reply);
    return readDescribeBody(body).nodes.map((node) => describeNode(this.registry, node, language));
  }

  /** The language to answer in, and said so. */
  private spoken(accepted: string | undefined, reply: FastifyReply): string {
    const language = preferredLanguage(accepted, this.languages);
    reply.headers({ 'content-language': language, vary: 'accept-language' });
    return language;
  }

  private listIn(language: string) {
    const kept = this.lists.get(language);
    if (kept) return kept;
    const views = this.registry.allNodes().map((definition) => nodeView(nodeIn(definition, language)));
    // Weak: the same declarations, compressed or not.
    const etag = `W/"${createHash('sha256').update(JSON.stringify(views)).digest('base64url').slice(0, 22)}"`;
    this.lists.set(language, { views, etag });
    return { views, etag };
  }

  private find(type: string, version: number) {
    const definition = this.registry.node(type, version);
    if (!definition) throw Problem.notFound('node type', `${type} ${version}`);
    return definition;
  }
}
