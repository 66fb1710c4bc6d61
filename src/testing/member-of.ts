import type { TestPerson, TestServer } from './test-server.js';

/** Somebody new in `host`'s tenant with a role, by way of an invitation; their app opens that tenant. */
export async function memberOf(
  server: TestServer,
  host: TestPerson,
  role: 'viewer' | 'editor' | 'admin',
  name?: string,
): Promise<TestPerson> {
  const guest = await server.person(name);
  const invitation = await host.call('POST', 'invitations', { role });
  await guest.call('POST', 'invitations/accept', { token: invitation.body.token });
  const { body } = await guest.call('POST', 'auth/switch', { tenantId: host.tenantId });
  const { accessToken, refreshToken } = body;
  return { ...guest, call: server.as(accessToken), tenantId: host.tenantId, accessToken, refreshToken };
}
