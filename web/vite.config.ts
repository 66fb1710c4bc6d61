import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server puts a nonce of its own here in every answer (src/pages/app-page.ts): the page's policy allows no other script. */
const NONCE = '__CSP_NONCE__';

/** Lists the scripts and styles of the app for its service worker, which keeps them for the time without a connection. */
const appFiles: Plugin = {
  name: 'app-files',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css)$/.test(file));
    const source = JSON.stringify(files.map((file) => `/${file}`).sort());
    this.emitFile({ type: 'asset', fileName: 'app-files.json', source });
  },
};

export default defineConfig({
  plugins: [react(), tailwindcss(), appFiles],
  html: { cspNonce: NONCE },
  // Our own packages are taken as their TypeScript source.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // Everything that a page loads comes from /assets, so that nothing else needs to be allowed.
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/webhook', '/webhook-test', '/health'].map((path) => [
        path,
        process.env.API_URL ?? 'http://127.0.0.1:3000',
      ]),
    ),
  },
});
