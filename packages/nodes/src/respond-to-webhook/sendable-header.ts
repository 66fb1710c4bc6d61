import { headerValue, NodeFault } from '@orchestrator/node-sdk';

/**
 * The value of a header of an answer, as it is sent.
 * @throws NodeFault for one that can't be sent: an answer without it would be another one
 */
export function sendable(name: string, value: string): string {
  const sent = headerValue(name, value);
  if (sent !== undefined) return sent;
  throw new NodeFault(`The header "${name}" can't be sent`, {
    code: 'webhook.header',
    description:
      'Names of headers are letters, digits and "-". Values have no line breaks, and no characters beyond Latin-1, such as "日" or an emoji: encode those, for instance with urlEncode().',
    retryable: false,
  });
}
