import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { SchedulePreview, ScheduleView, UpcomingTimes } from './dto/schedule-answers.js';
import { ScheduleListQuery, SchedulePreviewQuery, UpcomingQuery } from './dto/schedule-queries.js';
import { SchedulesQueries } from './schedules.queries.js';
import { SchedulingService } from './scheduling.service.js';

const EXAMPLE: ScheduleView = {
  id: EXAMPLE_ID,
  workflowId: EXAMPLE_ID,
  workflowName: 'Morning report',
  version: 3,
  nodeId: 'schedule',
  rule: { kind: 'cron', expression: '0 30 8 * * 1-5' },
  timezone: 'Europe/Berlin',
  missed: 'run-once',
  nextAt: '2026-11-25T07:30:00.000Z',
  lastAt: '2026-11-24T07:30:00.000Z',
  paused: false,
  error: null,
};

@ApiTags('schedules')
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly scheduling: SchedulingService,
    private readonly queries: SchedulesQueries,
  ) {}

  @Get()
  @Permission('schedules.read')
  @Answers(
    200,
    'Lists the schedules of live workflows, with the next time of each.',
    {
      items: [EXAMPLE],
      nextCursor: null,
    },
    pageOf(ScheduleView),
  )
  list(@Caller() caller: Principal, @Query() query: ScheduleListQuery) {
    return this.queries.list(caller.tenantId, query);
  }

  @Get(':id/upcoming')
  @Permission('schedules.read')
  @Answers(
    200,
    'Tells the next times of a schedule.',
    {
      items: ['2026-11-25T07:30:00.000Z', '2026-11-26T07:30:00.000Z'],
      nextCursor: null,
    },
    UpcomingTimes,
  )
  upcoming(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Query() { count }: UpcomingQuery) {
    return this.queries.upcoming(caller.tenantId, id, count);
  }

  @Post('preview')
  @HttpCode(200)
  @Permission('schedules.read')
  @Answers(
    200,
    'Tells the next times of a schedule trigger as it is drafted, as if it went live now.',
    { items: ['2026-11-25T07:30:00.000Z'], rules: [EXAMPLE.rule], timezone: 'Europe/Berlin' },
    SchedulePreview,
  )
  preview(@Caller() caller: Principal, @Body() body: SchedulePreviewQuery) {
    return this.queries.preview(caller.tenantId, body);
  }

  @Post(':id/pause')
  @Permission('schedules.write')
  @Answers(204, 'Pauses a schedule; the workflow stays live for its other triggers.')
  pause(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.scheduling.pause(caller, id);
  }

  @Post(':id/resume')
  @Permission('schedules.write')
  @Answers(204, 'Resumes a schedule with its next time; what was due in between is not made up for.')
  resume(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.scheduling.resume(caller, id);
  }
}
