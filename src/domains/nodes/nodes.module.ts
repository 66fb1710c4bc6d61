import { Module } from '@nestjs/common';
import { builtinCredentials, builtinNodes } from '@orchestrator/nodes';
import { NodeRegistry } from '@orchestrator/runtime';
import { NodeCatalogService } from './node-catalog.service.js';
import { NodesController } from './nodes.controller.js';

@Module({
  controllers: [NodesController],
  providers: [
    { provide: NodeRegistry, useFactory: () => new NodeRegistry(builtinNodes, builtinCredentials) },
    NodeCatalogService,
  ],
  exports: [NodeRegistry, NodeCatalogService],
})
export class NodesModule {}
