import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../../http/documented.js';
import { Caller, type Principal } from '../../../http/principal.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentsService } from './comments.service.js';
import { CommentCounts, CommentThread } from './dto/comment-answers.js';
import { CommentListQuery, CommentText, NewComment } from './dto/comment-bodies.js';

const ADA = { id: EXAMPLE_ID, name: 'Ada Lovelace' };
const SAID = { createdAt: '2026-11-24T09:30:00.000Z', editedAt: null, deleted: false };
const EXAMPLE: CommentThread = {
  ...SAID,
  id: EXAMPLE_ID,
  author: ADA,
  text: 'Why twice?',
  nodeId: 'edit',
  resolvedAt: null,
  resolvedBy: null,
  replies: [{ ...SAID, id: EXAMPLE_ID, author: ADA, text: 'The shop **retries**.' }],
};

@ApiTags('workflows')
@Controller('workflows/:id/comments')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly queries: CommentsQueries,
  ) {}

  @Get()
  @Permission('comments.read')
  @Answers(
    200,
    'Lists the threads of comments of a workflow with their replies, newest first.',
    { items: [EXAMPLE], nextCursor: null },
    pageOf(CommentThread),
  )
  list(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Query() query: CommentListQuery) {
    return this.queries.list(caller.tenantId, id, query);
  }

  @Get('counts')
  @Permission('comments.read')
  @Answers(
    200,
    'Counts the threads that are not resolved, by node.',
    { items: [{ nodeId: 'edit', open: 2 }] },
    CommentCounts,
  )
  counts(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.queries.counts(caller.tenantId, id);
  }

  @Post()
  @Permission('comments.write')
  @Answers(201, 'Begins a thread about a node or the whole workflow, or replies in one.', EXAMPLE, CommentThread)
  add(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body: NewComment) {
    return this.comments.add(caller, id, body);
  }

  @Patch(':commentId')
  @Permission('comments.write')
  @Answers(200, 'Changes the text of a comment of one’s own.', EXAMPLE, CommentThread)
  edit(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
    @Body() { text }: CommentText,
  ) {
    return this.comments.edit(caller, id, commentId, text);
  }

  @Delete(':commentId')
  @Permission('comments.write')
  @Answers(204, 'Deletes a comment of one’s own; admins delete any. Replies to it stay.')
  delete(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
  ) {
    return this.comments.delete(caller, id, commentId);
  }

  @Post(':commentId/resolve')
  @Permission('comments.write')
  @Answers(200, 'Marks a thread as resolved.', EXAMPLE, CommentThread)
  resolve(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
  ) {
    return this.comments.settle(caller, id, commentId, true);
  }

  @Post(':commentId/reopen')
  @Permission('comments.write')
  @Answers(200, 'Takes back that a thread is resolved.', EXAMPLE, CommentThread)
  reopen(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
  ) {
    return this.comments.settle(caller, id, commentId, false);
  }
}
