import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RunEvent } from '@orchestrator/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../../http/access.js';
import { Answers } from '../../http/documented.js';
import { openEventStream } from '../../http/event-stream.js';
import { Caller, type Principal } from '../../http/principal.js';
import { Stopping } from '../../http/stopping.js';
import { ExecutionFeed } from './execution-feed.service.js';

@ApiTags('executions')
@Controller('executions')
export class ExecutionEventsController {
  constructor(
    private readonly feed: ExecutionFeed,
    private readonly stopping: Stopping,
  ) {}

  @Get(':id/events')
  @Permission('executions.read')
  @Answers(
    200,
    'Server-sent events of a run: what has happened so far, then what happens, until it ends.',
    'id: 7\nevent: finished\ndata: {"t":"finished","at":1795480000000,"status":"success"}\n\n',
    'text/event-stream',
  )
  async events(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    // Looked up first, so that a run that is not there is a problem document and not an empty stream.
    const events = await this.feed.open(caller.tenantId, id, AbortSignal.any([gone.signal, this.stopping.signal]));
    const { raw, end } = openEventStream(reply);
    try {
      for await (const { seq, event } of events) raw.write(frame(seq, event));
    } finally {
      end();
    }
  }
}

/** The id is the event's place in the journal, so a stream that broke off can be told from one that ended. */
function frame(seq: number, event: RunEvent): string {
  return `id: ${seq}\nevent: ${event.t}\ndata: ${JSON.stringify(event)}\n\n`;
}
