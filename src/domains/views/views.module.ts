import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

@Module({ imports: [UsersModule], controllers: [ViewsController], providers: [ViewsService] })
export class ViewsModule {}
