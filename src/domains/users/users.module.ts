import { Module } from '@nestjs/common';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesService } from './preferences.service.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [UsersController, PreferencesController],
  providers: [UsersService, PreferencesService],
  exports: [UsersService],
})
export class UsersModule {}
