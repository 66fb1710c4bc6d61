import { defineCredential, NodeFault, param } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { de } from './oauth2-api.de.js';
import { withHeader } from './signing.js';

/** A token without a stated end is asked for anew after this. Milliseconds. */
const UNSTATED_LIFETIME_MS = 300_000;
/** A token is given up this long before it ends, so that none ends on its way. Milliseconds. */
const EARLY_MS = 30_000;

/** A token from an authorization server: the client credentials grant of OAuth 2 (RFC 6749 §4.4). */
export const oAuth2Api = defineCredential({
  type: 'oAuth2Api',
  label: 'OAuth2',
  summary: 'A token that is fetched from an authorization server.',
  icon: 'shield-check',
  translations: { de },
  addresses: ['accessTokenUrl'],
  parameters: {
    grantType: param.options({
      label: 'Grant',
      choices: [
        { value: 'clientCredentials', label: 'Client credentials' },
        { value: 'authorizationCode', label: 'Authorization code' },
        { value: 'pkce', label: 'Authorization code with PKCE' },
      ],
    }),
    accessTokenUrl: param.string({ label: 'Access token URL' }),
    clientId: param.string({ label: 'Client ID' }),
    clientSecret: param.string({ label: 'Client secret', password: true }),
    scope: param.string({ label: 'Scope', description: 'Separated by spaces.' }),
    authentication: param.options({
      label: 'Client ID and secret are sent',
      choices: [
        { value: 'header', label: 'As a basic auth header' },
        { value: 'body', label: 'In the body' },
      ],
    }),
  },
  async exchange(data, http) {
    if (data.grantType !== 'clientCredentials') {
      throw new NodeFault(`OAuth2 by the grant "${data.grantType}" can't be used yet`, {
        code: 'credential.grant',
        description: 'It needs a person to sign in. The grant "client credentials" works without one.',
        retryable: false,
      });
    }
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (data.scope !== '') form.set('scope', data.scope);
    const headers: Record<string, string> = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    };
    if (data.authentication === 'body') {
      form.set('client_id', data.clientId);
      form.set('client_secret', data.clientSecret);
    } else {
      const login = `${encodeURIComponent(data.clientId)}:${encodeURIComponent(data.clientSecret)}`;
      headers.authorization = `Basic ${Buffer.from(login).toString('base64')}`;
    }
    const answer = await http({ method: 'POST', url: data.accessTokenUrl, headers, body: form.toString() });
    return tokenOf(answer.status, answer.text);
  },
  sign(data, request) {
    const { accessToken } = data as typeof data & { accessToken?: string };
    return withHeader(request, 'authorization', `Bearer ${accessToken ?? ''}`);
  },
});

function tokenOf(status: number, text: string): { data: JsonObject; expiresAt: number } {
  let answer: JsonObject = {};
  try {
    answer = Object(JSON.parse(text)) as JsonObject;
  } catch {
    // No JSON is no token: told below.
  }
  if (status >= 300 || typeof answer.access_token !== 'string') {
    const why = [answer.error, answer.error_description].filter((each) => typeof each === 'string').join(': ');
    throw new NodeFault(`The authorization server gave no token (it answered ${status}${why && `, ${why}`})`, {
      code: 'credential.token',
      description: 'Check the access token URL, the client ID and secret, and the scope of the credential.',
    });
  }
  const seconds = Number(answer.expires_in);
  const lifetime = seconds > 0 ? Math.max(seconds * 1_000 - EARLY_MS, 0) : UNSTATED_LIFETIME_MS;
  return { data: { accessToken: answer.access_token }, expiresAt: Date.now() + lifetime };
}
