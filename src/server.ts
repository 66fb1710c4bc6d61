import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { type Config, hasRole } from './config/config.js';
import { ClaimService, type Installation } from './domains/auth/claim.service.js';
import { CrashLog } from './domains/monitoring/crash-log.service.js';
import { SCHEMA } from './domains/schema.js';
import { SampleWorkflow } from './domains/workflows/sample/sample-workflow.service.js';
import { BodyBytes, countApiBodies } from './http/body-bytes.js';
import { compressAnswers } from './http/compression.js';
import { connectionOptions, watchConnections } from './http/connections.js';
import { noteHosts, pathOfTarget, refuseOtherHosts } from './http/hosts/host-gate.js';
import { KnownHosts } from './http/hosts/known-hosts.js';
import { readJsonBodies } from './http/json-body.js';
import { serveOpenApi } from './http/openapi.js';
import { PublicAddress } from './http/public-address.js';
import { serveOnly } from './http/role-gate.js';
import { secureAnswers } from './http/security-headers.js';
import { Stopping } from './http/stopping.js';
import { Database } from './infrastructure/database/database.js';
import { keyOfDataFolder } from './infrastructure/encryption/key-file.js';
import { Keyring } from './infrastructure/encryption/keyring.js';
import { JsonReader } from './infrastructure/json/json-reader.js';
import { NestLog, openLog } from './infrastructure/observability/log.js';

/** Paths that are not under /api/v1. */
const OUTSIDE = ['health/live', 'health/ready', 'metrics'];
/** How long calls in progress may go on after the stop was asked for, before their connections are cut. */
const DRAIN_MS = 10_000;

/** A running server. */
export interface Server {
  app: NestFastifyApplication;
  /** Where people reach it, without a trailing slash. */
  url: string;
  installation: Installation;
  /** The line for a terminal that runs the sample workflow; missing when it is not live. */
  sampleCall?: string;
  /** Stops: takes no more calls, lets those in progress end, ends the modules, and the database last. */
  stop(): Promise<void>;
}

/**
 * Opens the database, brings it up to date and listens on HOST and PORT.
 * @throws with what to do when a part can't start; whatever was started is stopped again
 */
export async function startServer(config: Config): Promise<Server> {
  const log = openLog(config.LOG_LEVEL);
  const secret = config.ENCRYPTION_KEY ?? keyOfDataFolder(config.DATA_DIR);
  const keyring = new Keyring(secret, config.ENCRYPTION_KEYS_OLD);
  const database = await Database.open(
    {
      url: config.DATABASE_URL,
      dataDir: config.DATA_DIR,
      poolSize: config.DATABASE_POOL,
      secret,
      oldSecrets: config.ENCRYPTION_KEYS_OLD,
    },
    SCHEMA,
  );
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp(config, database, keyring, log);
    await tellOfCrashes(app.get(CrashLog, { strict: false }), config.DATA_DIR, log);
    await app.listen(config.PORT, config.HOST);
    const url = app.get(PublicAddress).base();
    const installation = await app.get(ClaimService).prepare();
    const sample = app.get(SampleWorkflow, { strict: false });
    if (installation.claimLink && (await sample.make(installation.tenantId)) && hasRole(config, 'webhook')) {
      await sample.runOnce(await app.getUrl());
    }
    const sampleCall = await sample.call(installation.tenantId);
    return { app, url, installation, sampleCall, stop: stopOnce(app, database) };
  } catch (error) {
    await app?.close().catch(() => {});
    await database.close();
    throw error;
  }
}

/** What the server before this one ended of is worth knowing, and no reason not to start. */
async function tellOfCrashes(crashes: CrashLog, dataFolder: string, log: Logger): Promise<void> {
  await crashes.take(dataFolder).catch((error) => log.error({ err: error }, 'A crash could not be written down.'));
}

/** The application without a listening port; for tests and for the documents that are made from its routes. */
async function createApp(
  config: Config,
  database: Database,
  keyring: Keyring,
  log: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...connectionOptions(),
    bodyLimit: config.BODY_LIMIT,
    trustProxy: config.TRUST_PROXY.length > 0 ? [...config.TRUST_PROXY] : false,
    genReqId: () => randomUUID(),
    rewriteUrl: pathOfTarget,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ config, database, keyring }), adapter, {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  const server = adapter.getInstance();
  watchConnections(server.server as never);
  await app.register(fastifyCookie);
  await compressAnswers(server as never);
  readJsonBodies(server as never, app.get(JsonReader));
  countApiBodies(server as never, app.get(BodyBytes));
  noteHosts(server as never, () => new KnownHosts(config, app.get(PublicAddress).base()));
  secureAnswers(server as never);
  refuseOtherHosts(server as never);
  serveOnly(server as never, { api: hasRole(config, 'api'), webhook: hasRole(config, 'webhook') });
  server.addHook('onResponse', (request, reply, done) => {
    if (request.url.startsWith('/api/')) {
      const url = request.url.split('?')[0];
      log.info({
        requestId: request.id,
        method: request.method,
        url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
    }
    done();
  });
  const { signal: stopping } = app.get(Stopping);
  server.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id);
    if (stopping.aborted) reply.header('connection', 'close');
    done();
  });
  const exclude = OUTSIDE.map((path) => ({ path, method: RequestMethod.GET }));
  app.setGlobalPrefix('api/v1', { exclude });
  if (hasRole(config, 'api')) serveOpenApi(app);
  return app;
}

function stopOnce(app: NestFastifyApplication, database: Database): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      await drain(app);
      // Nest: onModuleDestroy, then beforeApplicationShutdown, in which running steps end and are written.
      await app.close();
      await database.close();
    })();
    return stopping;
  };
}

/** Takes no more calls, and lets those in progress end while all that they need is still there. */
async function drain(app: NestFastifyApplication): Promise<void> {
  app.get(Stopping).begin();
  const http = app.getHttpServer();
  const cut = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
  await new Promise((resolve) => http.close(resolve)).finally(() => clearTimeout(cut));
}
