// Runs in the browser: tries what would make a document dangerous to the origin that it came from. Each attempt gives
// what it got, or the name of the error that stopped it.
window.attack = async () => {
  const tried = async (attempt) => {
    try {
      return await attempt();
    } catch (error) {
      return error.name;
    }
  };
  const loaded = (element, address) =>
    new Promise((done) => {
      element.onload = () => done(element);
      element.onerror = () => done(element);
      element.src = address;
      (document.body ?? document.documentElement).append(element);
    });
  const html = (name) => document.createElementNS('http://www.w3.org/1999/xhtml', name);
  const post = (path, more) => fetch(path, { method: 'POST', credentials: 'include', ...more });
  return {
    origin: self.origin,
    cookie: await tried(() => document.cookie),
    setCookie: await tried(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: it is what an attacker would try
      document.cookie = 'planted=1; path=/';
      return 'set';
    }),
    localStorage: await tried(() => localStorage.getItem('secret')),
    sessionStorage: await tried(() => sessionStorage.length),
    indexedDb: await tried(() => indexedDB.open('secret') && 'opened'),
    caches: await tried(() => caches.keys()),
    refresh: await tried(async () => (await post('/api/v1/auth/refresh')).json()),
    refreshBlindly: await tried(async () => (await post('/api/v1/auth/refresh', { mode: 'no-cors' })).type),
    logoutBlindly: await tried(async () => (await post('/api/v1/auth/logout', { mode: 'no-cors' })).type),
    page: await tried(async () => (await fetch('/')).text()),
    serviceWorker: await tried(() => navigator.serviceWorker.register('/webhook/worker').then(() => 'registered')),
    worker: await tried(() => new Worker('/webhook/worker') && 'started'),
    sharedWorker: await tried(() => new SharedWorker('/webhook/worker') && 'started'),
    window: await tried(() => (window.open('/') === null ? 'none' : 'opened')),
    frame: await tried(async () => ((await loaded(html('iframe'), '/')).contentDocument === null ? 'closed' : 'read')),
  };
};
/** Tries the app from another origin. */
window.attackAt = async (app) => {
  const tried = async (attempt) => {
    try {
      return await attempt();
    } catch (error) {
      return error.name;
    }
  };
  const call = (path, more) => fetch(app + path, { credentials: 'include', ...more });
  const post = { method: 'POST' };
  const blindly = { method: 'POST', mode: 'no-cors' };
  const frame = document.createElement('iframe');
  const framed = new Promise((done) => {
    frame.onload = () => done(frame.contentDocument === null ? 'closed' : 'read');
  });
  frame.src = `${app}/`;
  document.body.append(frame);
  return {
    refresh: await tried(async () => (await call('/api/v1/auth/refresh', post)).json()),
    refreshBlindly: await tried(async () => (await call('/api/v1/auth/refresh', blindly)).type),
    logout: await tried(async () => (await call('/api/v1/auth/logout', post)).status),
    logoutBlindly: await tried(async () => (await call('/api/v1/auth/logout', blindly)).type),
    api: await tried(async () => (await call('/api/v1/auth/setup')).json()),
    page: await tried(async () => (await call('/')).text()),
    metrics: await tried(async () => (await call('/metrics')).text()),
    frame: await framed,
  };
};
window.ran = true;
