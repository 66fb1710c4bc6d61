import { Controller, Get, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { WorkflowDocument } from '@orchestrator/workflow';
import { Permission } from '../../../http/access.js';
import { SharedProperty } from '../../../http/answer-properties.js';
import { Answers } from '../../../http/documented.js';
import { Problem } from '../../../http/problem.js';
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
  @Answers(200, 'Lists workflows to begin with.', { items: [EXAMPLE] }, TemplatesAnswer)
  list(): TemplatesAnswer {
    return { items: TEMPLATES };
  }

  @Get(':id')
  @Permission('workflows.read')
  @Answers(200, 'Gives one of them.', EXAMPLE, TemplateView)
  get(@Param('id') id: string): TemplateView {
    const found = TEMPLATES.find((template) => template.id === id);
    if (!found) throw new Problem(404, 'template.not_found', `There is no template "${id.slice(0, 100)}".`);
    return found;
  }
}
