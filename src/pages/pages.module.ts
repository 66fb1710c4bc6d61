import { Module } from '@nestjs/common';
import { WorkflowsModule } from '../domains/workflows/workflows.module.js';
import { AppRoutes } from './app-routes.js';
import { InstallationController } from './installation.controller.js';

/** The app, as the server hands it out. */
@Module({ imports: [WorkflowsModule], controllers: [InstallationController], providers: [AppRoutes] })
export class PagesModule {}
