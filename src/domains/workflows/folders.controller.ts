import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { FolderBody } from './dto/folder-bodies.js';
import { FolderView } from './dto/workflow-answers.js';
import type { Folder } from './folder.entity.js';
import { FoldersService } from './folders.service.js';

const EXAMPLE = { id: EXAMPLE_ID, parentId: null, name: 'Shop' };
const viewOf = ({ id, parentId, name }: Folder): FolderView => ({ id, parentId, name });

@ApiTags('folders')
@Controller('folders')
export class FoldersController {
  constructor(private readonly folders: FoldersService) {}

  @Get()
  @Permission('workflows.read')
  @Answers(200, 'Lists all folders, by name.', { items: [EXAMPLE], nextCursor: null }, pageOf(FolderView))
  async list(@Caller() caller: Principal) {
    return { items: (await this.folders.list(caller.tenantId)).map(viewOf), nextCursor: null };
  }

  @Post()
  @Permission('workflows.write')
  @Answers(201, 'Makes a folder.', EXAMPLE, FolderView)
  async create(@Caller() caller: Principal, @Body() body: FolderBody) {
    return viewOf(await this.folders.create(caller, body));
  }

  @Put(':id')
  @Permission('workflows.write')
  @Answers(200, 'Renames or moves a folder.', EXAMPLE, FolderView)
  async update(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body: FolderBody) {
    return viewOf(await this.folders.update(caller, id, body));
  }

  @Delete(':id')
  @Permission('workflows.write')
  @Answers(204, 'Deletes a folder and those in it; their workflows move to the top.')
  delete(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.folders.delete(caller, id);
  }
}
