import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../../../http/access.js';
import { Answers } from '../../../http/documented.js';
import { EventStreams } from '../../../http/event-streams.js';
import { Caller, type Principal } from '../../../http/principal.js';
import { type StreamEvent, WorkflowStream } from './workflow-stream.service.js';

@ApiTags('workflows')
@Controller('workflows')
export class WorkflowEventsController {
  constructor(
    private readonly streams: WorkflowStream,
    private readonly places: EventStreams,
  ) {}

  @Get(':id/events')
  @Permission('workflows.read')
  @Answers(
    200,
    'Server-sent events of a workflow, for those who have it open: how it stands (`state`), what others do to it ' +
      '(`saved`, `activated`, `deactivated`, `moved`, `versions`, `comments`, `run-started`, `call-refused`, `deleted`) and who has it ' +
      'open (`present`). Ends with the access token.',
    'event: saved\ndata: {"version":4,"activeVersion":3,"by":{"id":"01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e","name":"Grace Hopper"},"at":"2026-11-24T09:30:00.000Z"}\n\n',
    'text/event-stream',
  )
  async events(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = this.places.take({ caller, request, kind: 'workflow', permission: 'workflows.read' });
    const early: StreamEvent[] = [];
    let tell = (event: StreamEvent) => void early.push(event);
    // Opened first, so that a workflow that is not there is a problem document and not an empty stream.
    const close = await this.streams
      .open(caller, id, (event) => tell(event))
      .catch((error: unknown) => {
        place.release();
        throw error;
      });
    const stream = place.open(reply);
    stream.signal.addEventListener('abort', close, { once: true });
    if (stream.signal.aborted) return close();
    tell = (event) => {
      stream.tell(frame(event));
      if (event.type === 'deleted') stream.close();
    };
    for (const event of early) tell(event);
  }
}

function frame({ type, ...data }: StreamEvent): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
