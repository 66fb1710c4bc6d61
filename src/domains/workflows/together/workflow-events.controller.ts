import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../../../http/access.js';
import { Answers } from '../../../http/documented.js';
import { openEventStream } from '../../../http/event-stream.js';
import { Authenticator, Caller, may, type Principal } from '../../../http/principal.js';
import { Stopping } from '../../../http/stopping.js';
import { type StreamEvent, WorkflowStream } from './workflow-stream.service.js';

/** A stream outlives the end of its session, or of the token that opened it, by this much at most. */
const RECHECK_MS = 30_000;
/** What a reader has not taken by then, in bytes: it is gone, or too slow, and reads again from a new stream. */
const MOST_UNREAD = 256 * 1024;

@ApiTags('workflows')
@Controller('workflows')
export class WorkflowEventsController {
  constructor(
    private readonly streams: WorkflowStream,
    private readonly stopping: Stopping,
    private readonly authenticator: Authenticator,
  ) {}

  @Get(':id/events')
  @Permission('workflows.read')
  @Answers(
    200,
    'Server-sent events of a workflow, for those who have it open: how it stands (`state`), what others do to it ' +
      '(`saved`, `activated`, `deactivated`, `moved`, `versions`, `comments`, `run-started`, `deleted`) and who has it ' +
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
    const over = new AbortController();
    reply.raw.once('close', () => over.abort());
    const early: StreamEvent[] = [];
    let tell = (event: StreamEvent) => void early.push(event);
    // Opened first, so that a workflow that is not there is a problem document and not an empty stream.
    const close = await this.streams.open(caller, id, (event) => tell(event));
    const signal = AbortSignal.any([over.signal, this.stopping.signal]);
    const { raw, end } = openEventStream(reply);
    try {
      tell = (event) => {
        raw.write(frame(event));
        if (event.type === 'deleted' || raw.writableLength > MOST_UNREAD) over.abort();
      };
      for (const event of early) tell(event);
      await this.until(signal, () => this.mayStill(caller, request), over);
    } finally {
      close();
      end();
    }
  }

  /** Resolves when the stream is over, which it is too when its caller may not read it any more. */
  private async until(signal: AbortSignal, mayStill: () => Promise<boolean>, over: AbortController): Promise<void> {
    if (signal.aborted) return;
    const recheck = setInterval(() => {
      mayStill().then(
        (may) => !may && over.abort(),
        () => {}, // The database is away: it is asked again.
      );
    }, RECHECK_MS);
    try {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    } finally {
      clearInterval(recheck);
    }
  }

  private async mayStill(caller: Principal, request: FastifyRequest): Promise<boolean> {
    const token = request.headers.authorization?.replace(/^Bearer +/i, '') ?? '';
    const now = await this.authenticator.authenticate(token);
    return now?.tenantId === caller.tenantId && may(now, 'workflows.read');
  }
}

function frame({ type, ...data }: StreamEvent): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
