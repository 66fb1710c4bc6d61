import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { portsOf } from '@orchestrator/node-sdk';
import { NodeRegistry } from '@orchestrator/runtime';
import type { JsonObject } from '@orchestrator/workflow';
import { Permission } from '../../http/access.js';
import { Answers } from '../../http/documented.js';
import { Problem } from '../../http/problem.js';
import { type NodeView, nodeView } from './node-view.types.js';

const EXAMPLE = {
  type: 'limit',
  version: 1,
  label: 'Limit',
  summary: 'Keeps the first or the last items.',
  keywords: ['head', 'tail'],
  group: 'data',
  icon: 'file:icon.svg',
  kind: 'action',
  inputs: [{ kind: 'main' }],
  outputs: [{ kind: 'main' }],
  dynamicPorts: false,
  effect: 'pure',
  parameters: { maxItems: { kind: 'number', label: 'Items', default: 1, min: 1 } },
  credentials: [],
  loaders: [],
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
  @Answers(200, 'Lists the declarations of all node types.', { items: [EXAMPLE], nextCursor: null })
  list() {
    return { items: this.views, nextCursor: null };
  }

  @Get(':type')
  @Permission('nodes.read')
  @Answers(200, 'Gives the declaration of one node type.', EXAMPLE)
  get(@Param('type') type: string, @Query('version', new DefaultValuePipe(1), ParseIntPipe) version: number) {
    return nodeView(this.find(type, version));
  }

  @Post(':type/ports')
  @Permission('nodes.read')
  @ApiBody({ schema: { type: 'object' }, examples: { parameters: { value: { numberOfInputs: 3 } } } })
  @Answers(200, 'Gives the inputs and outputs of a node with these parameters.', {
    inputs: [{ kind: 'main' }],
    outputs: [{ kind: 'main' }],
  })
  ports(
    @Param('type') type: string,
    @Query('version', new DefaultValuePipe(1), ParseIntPipe) version: number,
    @Body() parameters?: unknown,
  ) {
    const isObject = parameters !== null && typeof parameters === 'object' && !Array.isArray(parameters);
    return portsOf(this.find(type, version), isObject ? (parameters as JsonObject) : {});
  }

  private find(type: string, version: number) {
    const definition = this.registry.node(type, version);
    if (!definition) throw Problem.notFound('node type', `${type} ${version}`);
    return definition;
  }
}
