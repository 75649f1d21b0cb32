import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { type DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { guardRoutes } from './access/guard/auth.hook.js';
import { followCallers } from './access/guard/work.hook.js';
import { Admissions } from './access/role-bindings/admissions.service.js';
import { readFromReplica } from './access/guard/replica-reads.hook.js';
import { SessionAuthenticator } from './access/sessions/session-authenticator.service.js';
import { Denials } from './record/audit/denials.service.js';
import { RateLimits } from './access/guard/rate-limits.service.js';
import { Authenticator } from './access/tokens/authenticator.service.js';
import { type Config } from './platform/config.js';
import { LONGEST_UPLOAD_SECONDS } from './platform/config/server.js';
import { HealthService } from './edges/health/health.service.js';
import { Metrics } from './edges/health/metrics.service.js';
import { answerInMlflowShape, hearMlflowHeaders } from './edges/mlflow/mlflow.hook.js';
import { speaksMlflow } from './edges/mlflow/mlflow-paths.js';
import { boundArrival, meetExpectations } from './platform/http/arrival.hook.js';
import { shareWith } from './platform/http/cors.hook.js';
import { chooseCodings, compressAnswers } from './platform/http/compression.hook.js';
import { locateCreations } from './platform/http/created.hook.js';
import { readPreconditions } from './platform/http/preconditions.hook.js';
import { closeIdleConnections } from './platform/http/idle-connections.hook.js';
import { limitCaching, tagRepresentations } from './platform/http/representations.hook.js';
import { acceptJsonOnly } from './platform/http/json-body.hook.js';
import { PreparedReads } from './platform/database/prepared-reads.js';
import { PrimaryAgainInterceptor } from './platform/database/replica/primary-again.interceptor.js';
import { ReplicaWatch } from './platform/database/replica/replica-watch.service.js';
import { keepFirstAnswers } from './platform/idempotency/idempotency.hook.js';
import { IdempotencyService } from './platform/idempotency/idempotency.service.js';
import { type Log, toNestLogger } from './platform/http/log.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { refuseConnection, refuseUrl } from './platform/http/refusals.js';
import { traceRequests } from './platform/http/requests.js';
import { answerUnrouted } from './platform/http/routes.js';
import { requestIdOf, traceCalls } from './platform/http/calls.hook.js';
import { refuseUnread } from './platform/http/unread.hook.js';
import { WireValidationPipe } from './platform/http/validation.pipe.js';

/** Longer than any name in a path, so that a long one meets our own check first. */
const LONGEST_PATH_PARAMETER = 512;
/** Between two looks for requests that do not arrive. */
const CONNECTIONS_LOOK_MS = 5_000;

/**
 * The whole application but its port; the tests and the writer of the API document build the same one.
 * `prepare` sees the server before the first route.
 */
export async function createApp(
  config: Config,
  dataSource: DataSource,
  log: Log,
  prepare: (fastify: FastifyInstance) => void = () => undefined,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    clientErrorHandler: refuseConnection,
    frameworkErrors: refuseUrl,
    http: {
      requestTimeout: LONGEST_UPLOAD_SECONDS * 1000,
      headersTimeout: config.requestSeconds * 1000,
      connectionsCheckingInterval: CONNECTIONS_LOOK_MS,
      // A request without Host is answered by a hook: Node.js would refuse it without a word.
      requireHostHeader: false,
    },
    genReqId: requestIdOf,
    requestTimeout: LONGEST_UPLOAD_SECONDS * 1000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    skipMiddie: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, dataSource, log), adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: toNestLogger(log),
  });
  prepare(adapter.getInstance<FastifyInstance>());
  configure(app, config, log);
  await app.init();
  return app;
}

/** Manners that every route shares. The order matters: a request is named, measured, routed, and then guarded. */
function configure(app: NestFastifyApplication, config: Config, log: Log): void {
  const fastify = app.getHttpAdapter().getInstance();
  app.useSecurityHeaders({
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    strictTransportSecurity: { includeSubDomains: false },
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const health = app.get(HealthService);
  app.useGlobalFilters(new ProblemFilter(log, (error) => health.note(error), answerInMlflowShape));
  app.useGlobalPipes(new WireValidationPipe());
  shareWith(fastify, config.corsOrigins);
  acceptJsonOnly(fastify, config.bodyLimitBytes);
  chooseCodings(fastify);
  locateCreations(fastify);
  tagRepresentations(fastify);
  limitCaching(fastify);
  traceCalls(fastify);
  traceRequests(fastify, log, config);
  boundArrival(fastify, config);
  closeIdleConnections(fastify);
  meetExpectations(fastify);
  app.get(Metrics).observe(fastify);
  answerUnrouted(fastify);
  hearMlflowHeaders(fastify);
  const limits = new RateLimits(config.rateLimits);
  const doors = { authenticator: app.get(Authenticator), limits, sessions: app.get(SessionAuthenticator) };
  guardRoutes(fastify, { ...doors, denials: app.get(Denials), admissions: app.get(Admissions) });
  readPreconditions(fastify);
  followCallers(fastify);
  const watch = app.get(ReplicaWatch);
  readFromReplica(fastify, watch, app.get(PreparedReads));
  if (watch.replica) app.useGlobalInterceptors(new PrimaryAgainInterceptor());
  refuseUnread(fastify, speaksMlflow);
  keepFirstAnswers(fastify, app.get(IdempotencyService));
  compressAnswers(fastify);
}
