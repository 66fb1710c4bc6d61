import type { Expression, SpreadElement, Super } from 'acorn';
import { NeedsIsolate } from '../fault.js';
import { assignment, update } from './assignments.js';
import { arrow } from './functions.js';
import { identifier, typeofSafe } from './identifiers.js';
import { listOf, literal, object, templateText } from './literals.js';
import { call, construct, member } from './members.js';
import { type Names, plainValue } from './names.js';
import { binaryOperator, logicalOperator, unaryOperator } from './operators.js';
import type { Compiled } from './run.js';

/**
 * Compiles a syntax tree to closures, which read own fields only and call only what is listed.
 * @throws NeedsIsolate for what only the isolate can express
 */
export function compile(node: Expression): Compiled {
  return part(node, undefined);
}

function part(node: Expression | SpreadElement | Super, names: Names | undefined): Compiled {
  switch (node.type) {
    case 'Literal':
      return literal(node);
    case 'Identifier':
      return identifier(node.name, names);
    case 'MemberExpression':
      return member(node, names, part);
    case 'CallExpression':
      return call(node, names, part);
    case 'NewExpression':
      return construct(node, names, part);
    case 'ChainExpression': {
      const inner = part(node.expression, names);
      return (run, frame) => plainValue(inner(run, frame));
    }
    case 'BinaryExpression':
      if (node.left.type === 'PrivateIdentifier') throw new NeedsIsolate('a private name');
      return binaryOperator(node.operator, part(node.left, names), part(node.right, names));
    case 'LogicalExpression':
      return logicalOperator(node.operator, part(node.left, names), part(node.right, names));
    case 'UnaryExpression':
      return unaryOperator(node.operator, typeofSafe(node.operator, node.argument, names, part));
    case 'ConditionalExpression': {
      const [test, yes, no] = [part(node.test, names), part(node.consequent, names), part(node.alternate, names)];
      return (run, frame) => (test(run, frame) ? yes(run, frame) : no(run, frame));
    }
    case 'TemplateLiteral':
      return templateText(node, names, part);
    case 'ArrayExpression':
      return listOf(node.elements, names, part);
    case 'ObjectExpression':
      return object(node, names, part);
    case 'ArrowFunctionExpression':
      return arrow(node, names, part);
    case 'AssignmentExpression':
      return assignment(node, names, part);
    case 'UpdateExpression':
      return update(node, names);
    case 'SequenceExpression': {
      const all = node.expressions.map((each) => part(each, names));
      return (run, frame) => {
        let value: unknown;
        for (const each of all) value = each(run, frame);
        return value;
      };
    }
    case 'ParenthesizedExpression':
      return part(node.expression, names);
    default:
      throw new NeedsIsolate(node.type);
  }
}
