import { defineCredential, param } from '@orchestrator/node-sdk';
import { answerDigest } from './digest.js';
import { de } from './http-digest-auth.de.js';
import { withHeader } from './signing.js';

/** User name and password that are never sent, but proven (RFC 7616). */
export const httpDigestAuth = defineCredential({
  type: 'httpDigestAuth',
  label: 'Digest auth',
  summary: 'A user name and a password, proven by a challenge.',
  icon: 'lock',
  translations: { de },
  parameters: {
    user: param.string({ label: 'User' }),
    password: param.string({ label: 'Password', password: true }),
  },
  challenge({ user, password }, request, response) {
    const header = response.headers['www-authenticate'];
    const url = new URL(request.url);
    const answer = answerDigest(Array.isArray(header) ? header.join(', ') : (header ?? ''), {
      user,
      password,
      method: request.method.toUpperCase(),
      uri: `${url.pathname}${url.search}`,
    });
    return answer === undefined ? undefined : withHeader(request, 'authorization', answer);
  },
});
