import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ChoicesAnswer, EvaluationsAnswer, EvaluationView } from './dto/editor-answers.js';
import { EvaluateBody, EvaluateManyBody, OptionsBody } from './dto/editor-bodies.js';
import { EditorService } from './editor.service.js';

const EXAMPLE_EVALUATION = { kind: 'value', result: 42, hints: [] };
const EXAMPLE_HINTED = {
  kind: 'undefined',
  hints: [
    {
      code: 'expression.unknown-field',
      message: '$json has no field "totl". It has "total".',
      from: 10,
      to: 14,
      mend: { label: 'Did you mean "total"?', from: 9, to: 14, insert: '.total' },
    },
  ],
};

@ApiTags('editor')
@Controller()
export class EditorController {
  constructor(private readonly editor: EditorService) {}

  @Post('expressions/evaluate')
  @Permission('expressions.evaluate')
  @Answers(
    200,
    'Tells what a text with expressions gives for an item: a value, `undefined` or an error, and what would mend it.',
    EXAMPLE_HINTED,
    EvaluationView,
  )
  async evaluate(@Caller() caller: Principal, @Body() body: EvaluateBody): Promise<EvaluationView> {
    const [evaluation] = await this.editor.evaluate(caller, body, [body.expression]);
    return evaluation as EvaluationView;
  }

  @Post('expressions/evaluate-many')
  @Permission('expressions.evaluate')
  @Answers(
    200,
    'Tells what several texts give for the same item, such as all parameters of a node.',
    { items: [EXAMPLE_EVALUATION, EXAMPLE_HINTED] },
    EvaluationsAnswer,
  )
  async evaluateMany(@Caller() caller: Principal, @Body() body: EvaluateManyBody): Promise<EvaluationsAnswer> {
    return { items: await this.editor.evaluate(caller, body, body.expressions) };
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
