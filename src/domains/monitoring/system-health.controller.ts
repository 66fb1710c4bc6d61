import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { SystemHealth, SystemInfo } from './dto/system-health.js';
import { SystemHealthService } from './system-health.service.js';

const EXAMPLE: SystemHealth = {
  version: '0.1.0',
  node: 'v24.11.0',
  startedAt: '2026-11-24T09:30:00.000Z',
  roles: ['all'],
  memory: { rss: 210_000_000, heapUsed: 90_000_000, heapLimit: 1_600_000_000 },
  eventLoopDelayMs: 1.2,
  database: { works: true, embedded: true, version: '18.4', size: 24_000_000, answersInMs: 2 },
  codeProcesses: 1,
  crashes: {
    total: 1,
    last: {
      at: '2026-11-24T09:29:51.000Z',
      startedAt: '2026-11-20T07:00:12.000Z',
      host: 'flows-1',
      message: null,
    },
  },
};

@ApiTags('system')
@Controller('system')
export class SystemHealthController {
  constructor(private readonly health: SystemHealthService) {}

  @Get('info')
  @Permission('self.read')
  @Answers(200, 'Tells which version of the server answers.', { version: '0.1.0', seesHealth: true }, SystemInfo)
  info(@Caller() caller: Principal) {
    return this.health.info(caller);
  }

  @Get('health')
  @Permission('system.read')
  @Answers(
    200,
    'Tells how the process that answers is: memory, database, code processes, crashes; to admins of the tenant that runs the installation.',
    EXAMPLE,
    SystemHealth,
  )
  look(@Caller() caller: Principal) {
    return this.health.look(caller);
  }
}
