import { Module } from '@nestjs/common';
import { MembersService } from './members.service.js';
import { TenantsController } from './tenants.controller.js';
import { TenantsService } from './tenants.service.js';

@Module({
  controllers: [TenantsController],
  providers: [TenantsService, MembersService],
  exports: [TenantsService, MembersService],
})
export class TenantsModule {}
