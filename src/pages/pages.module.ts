import { Module } from '@nestjs/common';
import { WorkflowsModule } from '../domains/workflows/workflows.module.js';
import { PagesController } from './pages.controller.js';

/** The few pages that the server itself shows. */
@Module({ imports: [WorkflowsModule], controllers: [PagesController] })
export class PagesModule {}
