import { ConfigError, readConfig } from './config/config.js';
import { type Server, startServer } from './server.js';

/** After a second signal, or when stopping takes longer, the process ends as it is; the next start recovers. */
const STOP_TIMEOUT_MS = 30_000;

function say(server: Server): void {
  const lines = [`Orchestrator is ready at ${server.url}`, `  API documentation: ${server.url}/api-docs`];
  if (server.sampleCall) lines.push('  Run the sample workflow:', `    ${server.sampleCall}`);
  if (server.installation.claimLink) {
    lines.push('  Nobody has claimed this installation yet. Open this one-time link, or send its token to auth/setup:');
    lines.push(`    ${server.installation.claimLink}`);
  }
  console.log(lines.join('\n'));
}

async function main(): Promise<void> {
  // Dates that name no zone mean the same on every machine; workflows have a zone of their own.
  process.env.TZ = 'UTC';
  let server: Server | undefined;
  let asked = 0;
  const stop = (signal: NodeJS.Signals) => {
    if (++asked > 1) process.exit(1);
    if (!server) return; // stops as soon as it has started
    console.log(`${signal}: stopping`);
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    void server.stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  server = await startServer(readConfig(process.env));
  if (asked > 0) {
    await server.stop();
    process.exit(0);
  }
  say(server);
}

main().catch((error: Error) => {
  console.error(
    error instanceof ConfigError
      ? `The settings are wrong:\n${error.message}`
      : `The server can't start: ${error.message}`,
  );
  if (process.env.LOG_LEVEL === 'debug') console.error(error.stack);
  process.exit(1);
});
