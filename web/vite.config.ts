import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server puts a nonce of its own here in every answer (src/pages/app-page.ts): the page's policy allows no other script. */
const NONCE = '__CSP_NONCE__';

export default defineConfig({
  plugins: [react(), tailwindcss()],
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
