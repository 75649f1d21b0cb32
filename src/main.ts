import { setTimeout as sleep } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type DataSource } from 'typeorm';
import { createApp } from './app.js';
import { type AdminToken, keepAdminToken } from './access/tokens/admin-token.service.js';
import { SignInLinks } from './access/sessions/sign-in-links.service.js';
import { AuthService } from './access/tokens/auth.service.js';
import { Authenticator } from './access/tokens/authenticator.service.js';
import { type Config, readConfig } from './platform/config.js';
import { type Connected, connect, migrateUnlimited } from './connect.js';
import { isConsoleBuilt } from './edges/console/console-files.reader.js';
import { HealthService } from './edges/health/health.service.js';
import { runCommand } from './commands/run.js';
import { unknownMigrations } from './platform/database/migrate.js';
import { createLog, type Log } from './platform/http/log.js';
import { Metrics } from './edges/health/metrics.service.js';
import { packageManifest } from './platform/package-files.js';
import { startTelemetry } from './platform/telemetry/telemetry.js';
import { type Telemetry } from './platform/telemetry/told.js';
import { tryPort } from './platform/http/port.js';
import { hindranceOf } from './platform/http/unavailable.js';
import { listenFailure, rightsFailure, StartFailure } from './platform/start-failure.js';

/** What has to be stopped. */
interface Running {
  telemetry: Telemetry;
  database?: Connected;
  app?: NestFastifyApplication;
}

async function main(): Promise<void> {
  const config = readConfig();
  const telemetry = await startTelemetry(config.telemetry, packageManifest().version);
  const log = createLog(config.logLevel, config.logJson, undefined, telemetry.takeLine);
  for (const warning of config.warnings) log.warn(warning);
  const running: Running = { telemetry };
  stopOnSignals(running, config, log);
  try {
    await start(running, config, log);
  } catch (thrown) {
    const error = rightsFailure(thrown);
    if (error instanceof StartFailure) log.fatal(`Stagegate could not start. ${error.message}`);
    else log.fatal({ err: error }, 'Stagegate could not start.');
    await stop(running, log);
    process.exit(1);
  }
}

async function start(running: Running, config: Config, log: Log): Promise<void> {
  await onPort(config, () => tryPort(config.host, config.port));
  running.database = await connect(config, log);
  running.database.onUnexpectedExit((reason) => {
    log.fatal({ reason }, 'The embedded database ended, and Stagegate with it.');
    process.exit(1);
  });
  const { dataSource } = running.database;
  const applied = await migrateUnlimited(dataSource);
  if (applied.length > 0) log.info({ migrations: applied.length }, 'The database was migrated.');
  const unknown = await unknownMigrations(dataSource);
  if (unknown.length > 0) {
    log.warn({ migrations: unknown }, 'The database was migrated by a newer program than this one. Start that one.');
  }
  running.app = await createApp(config, dataSource, log);
  const metrics = running.app.get(Metrics);
  running.telemetry.sendMetrics(metrics.registry, () => metrics.refresh());
  const admin = await adminToken(running.app, dataSource, config, log);
  const { app } = running;
  await onPort(config, () => app.listen(config.port, config.host));
  const url = await app.getUrl();
  announce({ url, admin, signInLink: await signInLink(app, url, admin, config) }, config, log);
}

/** Signs the administrator of the embedded default in once; for eyes at a terminal, since logs are kept and read by others. */
async function signInLink(
  app: NestFastifyApplication,
  url: string,
  admin: AdminToken | null,
  config: Config,
): Promise<string | null> {
  if (admin === null || config.logJson || config.databaseUrl !== null || !isConsoleBuilt()) return null;
  return `${url}/console/sign-in#code=${await app.get(SignInLinks).issueCode(admin.tokenId)}`;
}

async function onPort({ host, port }: Config, open: () => Promise<unknown>): Promise<void> {
  try {
    await open();
  } catch (error) {
    throw listenFailure(error, host, port);
  }
}

/** A read-only database serves reads all the same, with the tokens there are. */
async function adminToken(
  app: NestFastifyApplication,
  dataSource: DataSource,
  { dataDir }: Config,
  log: Log,
): Promise<AdminToken | null> {
  if (dataDir === null) return null;
  try {
    return await keepAdminToken(dataDir, dataSource, app.get(AuthService), app.get(Authenticator));
  } catch (error) {
    if (hindranceOf(error)?.code !== 'DATABASE_READ_ONLY') throw error;
    log.warn(
      'The database is read-only: no admin token could be issued, and only reads are served, to tokens that stand.',
    );
    return null;
  }
}

const HOW_TO_ISSUE = 'npm run token -- <subject> <role>';

interface Announced {
  url: string;
  admin: AdminToken | null;
  signInLink: string | null;
}

/** People at a terminal read lines, log collectors a record. */
function announce({ url, admin, signInLink }: Announced, config: Config, log: Log): void {
  if (config.logJson) {
    const consoleUrl = isConsoleBuilt() ? `${url}/console/` : undefined;
    log.info({ url, docs: `${url}/docs`, console: consoleUrl, adminTokenFile: admin?.file }, 'Stagegate is ready.');
    log.info(
      `API ${url}/api/v1, documentation ${url}/docs, ${consoleUrl ? `console ${consoleUrl}, ` : ''}` +
        (admin ? `an administrator's token in ${admin.file}.` : `tokens by ${HOW_TO_ISSUE}.`),
    );
    return;
  }
  const token = admin
    ? [
        `  Token   ${admin.file}${admin.isNew ? ' (new, an administrator for 90 days)' : ''}`,
        '',
        `  curl -H "Authorization: Bearer $(cat '${admin.file}')" ${url}/api/v1/me`,
      ]
    : [`  Token   ${HOW_TO_ISSUE} issues one`];
  const console = signInLink
    ? [`  Console ${signInLink}`, '          (signs you in as the administrator, once, within ten minutes)', '']
    : isConsoleBuilt()
      ? [`  Console ${url}/console/`]
      : [];
  const lines = [
    '',
    'Stagegate is ready.',
    '',
    ...console,
    `  API     ${url}/api/v1`,
    `  Docs    ${url}/docs`,
    ...token,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Handlers of our own: Nest's would end the process before the database below it is stopped. */
function stopOnSignals(running: Running, config: Config, log: Log): void {
  let isStopping = false;
  const onSignal = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'Stagegate is stopping.');
    const tooLate = () => {
      log.error('Requests were still open when the time to stop was over.');
      process.exit(1);
    };
    setTimeout(tooLate, (config.shutdownSeconds + config.drainSeconds) * 1000).unref();
    // Ctrl-C at a terminal is in no balancer's rotation.
    const drainMs = signal === 'SIGTERM' ? config.drainSeconds * 1000 : 0;
    void drain(running, drainMs)
      .then(() => stop(running, log))
      .then((isClean) => process.exit(isClean ? 0 : 1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
}

/** Lets balancers learn by `/readyz` that nothing more should come here, while what comes is still served. */
async function drain({ app }: Running, milliseconds: number): Promise<void> {
  app?.get(HealthService).beginToStop();
  await sleep(milliseconds);
}

/** Stops listening and lets requests finish, then leaves the database; that even when the first failed. */
async function stop(running: Running, log: Log): Promise<boolean> {
  let isClean = true;
  for (const part of [running.app, running.database]) {
    try {
      await part?.close();
    } catch (error) {
      isClean = false;
      log.error({ err: error }, 'A part of Stagegate did not stop cleanly.');
    }
  }
  await running.telemetry.stop();
  return isClean;
}

runCommand(main);
