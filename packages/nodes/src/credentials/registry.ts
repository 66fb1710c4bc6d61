import type { CredentialDefinition } from '@orchestrator/node-sdk';
import { httpBasicAuth } from './http-basic-auth.js';
import { httpBearerAuth } from './http-bearer-auth.js';
import { httpCustomAuth } from './http-custom-auth.js';
import { httpDigestAuth } from './http-digest-auth.js';
import { httpHeaderAuth } from './http-header-auth.js';
import { httpQueryAuth } from './http-query-auth.js';
import { httpSslAuth } from './http-ssl-auth.js';
import { jwtAuth } from './jwt-auth.js';
import { oAuth2Api } from './oauth2-api.js';

/** Every built-in type of credential, named and fielded as n8n's, so that imports match. */
export const builtinCredentials: readonly CredentialDefinition<any>[] = [
  httpBasicAuth,
  httpBearerAuth,
  httpCustomAuth,
  httpDigestAuth,
  httpHeaderAuth,
  httpQueryAuth,
  httpSslAuth,
  jwtAuth,
  oAuth2Api,
];
