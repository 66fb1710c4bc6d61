import { defineConfig } from 'vitest/config';

// `unit`: pure and fast, nothing but this process (and processes it starts). `integration`: real PostgreSQL, servers,
// sandboxes under load; they may share a machine's services, so files run one after another.
const shared = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };
const integration = ['**/*.integration.test.ts', 'test/**/*.test.ts'];
const ignored = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'packages/*/src/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
          exclude: [...ignored, ...integration],
          testTimeout: 15_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: integration,
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What is waited for comes late on a busy machine; a second, the default, made tests fail there by chance.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
