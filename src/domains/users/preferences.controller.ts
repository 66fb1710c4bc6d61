import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { Preferences } from './dto/preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

const EXAMPLE = { language: 'de', colours: 'dark', tourDone: true };

@ApiTags('users')
@Controller('users/me/preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Permission('self.read')
  @Answers(200, 'How I like the app, in every tenant and on every device', EXAMPLE, Preferences)
  get(@Caller() { userId }: Principal) {
    return this.preferences.get(userId);
  }

  @Put()
  @Permission('self.write')
  @Answers(200, 'Says how I like the app; what is left out counts as never chosen', EXAMPLE, Preferences)
  put(@Caller() { userId }: Principal, @Body() preferences: Preferences) {
    return this.preferences.put(userId, preferences);
  }
}
