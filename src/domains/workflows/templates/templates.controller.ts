import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { WorkflowDocument } from '@orchestrator/workflow';
import type { FastifyReply } from 'fastify';
import { Permission } from '../../../http/access.js';
import { SharedProperty } from '../../../http/answer-properties.js';
import { ACCEPT_LANGUAGE, Answers } from '../../../http/documented.js';
import { preferredLanguage } from '../../../http/preferred-language.js';
import { Problem } from '../../../http/problem.js';
import { TEMPLATE_LANGUAGES, templateIn } from './template-in.js';
import { TEMPLATES, type Template } from './templates.js';

/** A workflow to begin with, whole: its picture is drawn from its document. */
class TemplateView implements Template {
  @ApiProperty({ example: 'order-intake' })
  id!: string;

  @ApiProperty({ example: 'Take an order, check it, answer' })
  title!: string;

  @ApiProperty({ example: 'A webhook takes an order and answers.' })
  description!: string;

  @ApiProperty({ type: [String], description: 'What can be learnt from it', example: ['Webhook', 'If'] })
  shows!: readonly string[];

  @ApiProperty({ type: [String], example: ['webhook'] })
  tags!: readonly string[];

  @SharedProperty('WorkflowDocument')
  document!: WorkflowDocument;
}

class TemplatesAnswer {
  @ApiProperty({ type: () => [TemplateView] })
  items!: readonly TemplateView[];
}

const [EXAMPLE] = TEMPLATES as readonly [Template];

@ApiTags('templates')
@Controller('templates')
export class TemplatesController {
  @Get()
  @Permission('workflows.read')
  @ApiHeader(ACCEPT_LANGUAGE)
  @Answers(200, 'Lists workflows to begin with.', { items: [EXAMPLE] }, TemplatesAnswer)
  list(
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): TemplatesAnswer {
    const language = spoken(accepted, reply);
    return { items: TEMPLATES.map((template) => templateIn(template, language)) };
  }

  @Get(':id')
  @Permission('workflows.read')
  @ApiHeader(ACCEPT_LANGUAGE)
  @Answers(200, 'Gives one of them.', EXAMPLE, TemplateView)
  get(
    @Param('id') id: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): TemplateView {
    const found = TEMPLATES.find((template) => template.id === id);
    if (!found) throw new Problem(404, 'template.not_found', `There is no template "${id.slice(0, 100)}".`);
    return templateIn(found, spoken(accepted, reply));
  }
}

/** The language to answer in, and said so. */
function spoken(accepted: string | undefined, reply: FastifyReply): string {
  const language = preferredLanguage(accepted, TEMPLATE_LANGUAGES);
  reply.headers({ 'content-language': language, vary: 'accept-language' });
  return language;
}
