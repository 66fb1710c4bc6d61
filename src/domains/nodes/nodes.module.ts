import { Module } from '@nestjs/common';
import { builtinCredentials, builtinNodes } from '@orchestrator/nodes';
import { NodeRegistry } from '@orchestrator/runtime';
import { NodeCatalogService } from './node-catalog.service.js';
import { NodesController } from './nodes.controller.js';
import { SignedHttp } from './signed-http.service.js';

@Module({
  controllers: [NodesController],
  providers: [
    { provide: NodeRegistry, useFactory: () => new NodeRegistry(builtinNodes, builtinCredentials) },
    NodeCatalogService,
    SignedHttp,
  ],
  exports: [NodeRegistry, NodeCatalogService, SignedHttp],
})
export class NodesModule {}
