import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    OAuth2: 'OAuth 2',
    'A token that is fetched from an authorization server.': 'Ein Token, das von einem Anmeldeserver geholt wird.',
    Grant: 'Verfahren',
    'Client credentials': 'Client Credentials',
    'Authorization code': 'Authorization Code',
    'Authorization code with PKCE': 'Authorization Code mit PKCE',
    'Access token URL': 'Adresse für Access Tokens',
    'Client ID': 'Client-ID',
    'Client secret': 'Client-Geheimnis',
    Scope: 'Scope',
    'Separated by spaces.': 'Durch Leerzeichen getrennt.',
    'Client ID and secret are sent': 'Client-ID und Geheimnis werden gesendet',
    'As a basic auth header': 'Im Header, als Basic Auth',
    'In the body': 'Im Inhalt',
  },
};
