import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { NodeRegistry } from '@orchestrator/runtime';
import { Permission } from '../../http/access.js';
import { Answers, pageOf } from '../../http/documented.js';
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
  group: 'data',
  icon: 'list-end',
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

  constructor(private readonly registry: NodeRegistry) {
    this.views = registry.allNodes().map(nodeView);
  }

  @Get()
  @Permission('nodes.read')
  @Answers(200, 'Lists the declarations of all node types.', { items: [EXAMPLE], nextCursor: null }, pageOf(NodeView))
  list() {
    return { items: this.views, nextCursor: null };
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
