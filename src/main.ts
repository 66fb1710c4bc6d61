import { ConfigError, readConfig } from './config/config.js';
import { RunMark } from './infrastructure/crashes/run-mark.js';
import { openLog } from './infrastructure/observability/log.js';
import { ProcessEnd } from './process-end.js';
import { type Server, startServer } from './server.js';
import { EXIT } from './supervision/exit-codes.js';

function say(server: Server): void {
  const lines = [`Orchestrator is ready at ${server.url}`, `  API documentation: ${server.url}/api-docs`];
  if (server.sampleCall) lines.push('  Run the sample workflow:', `    ${server.sampleCall}`);
  if (server.installation.claimLink) {
    lines.push('  Nobody has claimed this installation yet. Open this one-time link, or send its token to auth/setup:');
    lines.push(`    ${server.installation.claimLink}`);
  }
  console.log(lines.join('\n'));
}

function settings() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`The settings are wrong:\n${error.message}`);
    process.exit(EXIT.settings);
  }
}

async function main(): Promise<void> {
  // Dates that name no zone mean the same on every machine; workflows have a zone of their own.
  process.env.TZ = 'UTC';
  const config = settings();
  const log = openLog(config.LOG_LEVEL);
  let mark: RunMark | undefined;
  try {
    mark = RunMark.set(config.DATA_DIR);
  } catch (error) {
    log.warn({ err: error }, 'DATA_DIR can not be written to: the next start will not know of it if this one crashes.');
  }
  const end = new ProcessEnd(log, mark);
  end.listen();
  try {
    const server = await startServer(config);
    end.serves(server);
    say(server);
  } catch (error) {
    console.error(`The server can't start: ${(error as Error).message}`);
    if (config.LOG_LEVEL === 'debug') console.error((error as Error).stack);
    end.notStarted();
  }
}

await main();
