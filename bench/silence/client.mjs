// One tenant's calls, each over a connection of its own. Answers of any status are fine: the attacker does not mind.
import { request } from 'node:http';

export async function tenant(base, email) {
  const send = (method, path, body, type, headers = {}, onAnswer) =>
    new Promise((done, fail) => {
      const url = new URL(path.startsWith('/') ? path : `/api/v1/${path}`, base);
      const call = request(
        url,
        {
          method,
          agent: false,
          headers: { ...headers, ...(body ? { 'content-type': type, 'content-length': body.length } : {}) },
        },
        (answer) => {
          if (onAnswer) return onAnswer(answer, done);
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('end', () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
          answer.on('error', fail);
        },
      );
      call.on('error', fail);
      call.end(body);
    });
  const asked = async (method, path, body) => {
    const { status, text } = await send(method, path, body && Buffer.from(body), 'application/json', authorization);
    return { status, text };
  };
  let authorization = {};
  const must = async (method, path, body) => {
    const { status, text } = await asked(method, path, JSON.stringify(body));
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text);
  };
  const { accessToken } = await must('POST', 'auth/register', {
    email,
    password: 'correct horse battery 9',
    name: email,
  });
  authorization = { authorization: `Bearer ${accessToken}` };

  return {
    send: (method, path, body, type) =>
      send(method, path, body, type, path.startsWith('/webhook') ? {} : authorization),
    post: async (path, body) => (await asked('POST', path, body)).text,
    get: async (path) => (await asked('GET', path)).text,
    /** Reads a stream of events for a second. */
    stream: (path) =>
      send('GET', path, undefined, undefined, authorization, (answer, done) => {
        answer.resume();
        answer.on('error', done);
        setTimeout(() => done(answer.destroy()), 1_000);
      }),
    save: async (document) => (await must('POST', 'workflows', document)).id,
    /** @returns the path that the workflow's webhook is called by */
    async live(document) {
      const { id } = await must('POST', 'workflows', document);
      const { webhooks } = await must('POST', `workflows/${id}/activate`, {});
      return new URL(webhooks[0].url).pathname;
    },
  };
}
