import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ChoicesAnswer, EvaluationView } from './dto/editor-answers.js';
import { EvaluateBody, OptionsBody } from './dto/editor-bodies.js';
import { EditorService } from './editor.service.js';

@ApiTags('editor')
@Controller()
export class EditorController {
  constructor(private readonly editor: EditorService) {}

  @Post('expressions/evaluate')
  @Permission('expressions.evaluate')
  @Answers(
    200,
    'Tells what a text with expressions gives for an item: a value, `undefined` or an error.',
    {
      kind: 'value',
      result: 42,
    },
    EvaluationView,
  )
  evaluate(@Caller() caller: Principal, @Body() body: EvaluateBody) {
    return this.editor.evaluate(caller, body);
  }

  @Post('nodes/:type/options')
  @Permission('nodes.options')
  @Answers(
    200,
    'Gives the choices of a parameter, looked up where the node type says so.',
    {
      items: [{ value: 'fields', label: 'Field by field' }],
    },
    ChoicesAnswer,
  )
  options(@Caller() caller: Principal, @Param('type') type: string, @Body() body: OptionsBody) {
    return this.editor.options(caller, type, body);
  }
}
