// The app's service worker: lets the app start without a connection. It answers for the app's own document and for
// /assets, and for nothing else: the API, webhooks, forms and what an operator reads always go to the server.
const SHELL = 'shell-1';
const ASSETS = 'assets-1';
/** The one document that all addresses of the app are answered with. */
const DOCUMENT = '/workflows';
/** Names all scripts and styles of the app (web/vite.config.ts). */
const FILES = '/app-files.json';
/** Addresses of the app (src/pages/app-routes.ts). */
const APP =
  /^\/(?:$|(?:sign-in|register|setup|invitation|reset-password)$|(?:workflows|executions|schedules|credentials|templates|settings)(?:\/|$))/;
/** More than a version of the app has, so that the files of the one before stay until they are crowded out. */
const MOST_ASSETS = 400;

self.addEventListener('install', (event) => {
  event.waitUntil(keepDocument(new Request(DOCUMENT)).catch(() => {}));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const current = new Set([SHELL, ASSETS]);
  const drop = async () => {
    for (const name of await caches.keys()) if (!current.has(name)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request, event));
  else if (request.mode === 'navigate' && APP.test(url.pathname)) event.respondWith(shell(request));
});

// A page has loaded, and the line is free: what it used already, and what its other pages will use.
self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keep' || !Array.isArray(event.data.paths)) return;
  const used = event.data.paths.filter((path) => typeof path === 'string' && path.startsWith('/assets/'));
  const keepAll = async () => {
    const list = await fetch(FILES).catch(() => undefined);
    const all = list?.ok ? await list.json() : [];
    for (const path of new Set([...used, ...all])) await asset(new Request(path), event).catch(() => {});
  };
  event.waitUntil(keepAll());
});

/** The server's document; without a connection the last one, whole: its policy names the nonce that is in it. */
async function shell(request) {
  try {
    return await keepDocument(request);
  } catch (error) {
    const kept = await (await caches.open(SHELL)).match(DOCUMENT);
    if (kept) return kept;
    throw error;
  }
}

async function keepDocument(request) {
  const answer = await fetch(request);
  const isDocument = answer.ok && !answer.redirected && answer.headers.get('content-type')?.startsWith('text/html');
  if (isDocument) await (await caches.open(SHELL)).put(DOCUMENT, answer.clone());
  return answer;
}

/** A file of the app. Its name has a hash of what is in it, so that a kept one is never old. */
async function asset(request, event) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.status === 200) {
    const copy = answer.clone();
    event.waitUntil(cache.put(request, copy).then(() => prune(cache)));
  }
  return answer;
}

async function prune(cache) {
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - MOST_ASSETS))) await cache.delete(request);
}
