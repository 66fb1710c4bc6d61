import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../../../http/access.js';
import { Answers } from '../../../http/documented.js';
import { EventStreams } from '../../../http/event-streams.js';
import { Caller, type Principal } from '../../../http/principal.js';
import { ExecutionFeed } from './execution-feed.service.js';

/** No journal is longer. */
const MOST_EVENTS = 2 ** 31 - 1;

@ApiTags('executions')
@Controller('executions')
export class ExecutionEventsController {
  constructor(
    private readonly feed: ExecutionFeed,
    private readonly streams: EventStreams,
  ) {}

  @Get(':id/events')
  @Permission('executions.read')
  @ApiHeader({
    name: 'last-event-id',
    required: false,
    description: 'Of the last event that was read: go on behind it',
  })
  @Answers(
    200,
    'Server-sent events of a run: what has happened so far, then what happens, until it ends. Ends with the access token.',
    'id: 7\nevent: finished\ndata: {"t":"finished","at":1795480000000,"status":"success"}\n\n',
    'text/event-stream',
  )
  async events(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = this.streams.take({ caller, request, kind: 'execution', permission: 'executions.read' });
    const over = new AbortController();
    reply.raw.once('close', () => over.abort());
    // Looked up first, so that a run that is not there is a problem document and not an empty stream.
    const frames = await this.feed.open(caller.tenantId, id, behind(request), over.signal).catch((error: unknown) => {
      place.release();
      throw error;
    });
    const stream = place.open(reply);
    stream.signal.addEventListener('abort', () => over.abort(), { once: true });
    if (stream.signal.aborted) over.abort();
    try {
      for await (const { bytes } of frames) {
        const room = stream.write(bytes);
        if (room) await room;
      }
    } finally {
      stream.close();
    }
  }
}

/** The place of the first event that the caller has not read. */
function behind({ headers }: FastifyRequest): number {
  const last = headers['last-event-id'];
  const seq = typeof last === 'string' && /^\d{1,10}$/.test(last) ? Number(last) + 1 : 0;
  return seq <= MOST_EVENTS ? seq : 0;
}
