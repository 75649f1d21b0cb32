import { createApp } from '../src/app.js';
import { AuthService } from '../src/access/tokens/auth.service.js';
import { readConfig } from '../src/platform/config.js';
import { createDataSource } from '../src/database.js';
import { createLog } from '../src/platform/http/log.js';
import { captureStatements, type Statement } from './statements.js';

/** The statements of one registration, as the service itself sends them. */
export function registrationStatements(databaseUrl: string, model: string): Promise<Statement[]> {
  return capture(databaseUrl, `/api/v1/models/${model}/versions`, { artifactUri: 's3://bench/new' });
}

/** The statements of one gated promotion of version 2. */
export function promotionStatements(databaseUrl: string, model: string): Promise<Statement[]> {
  return capture(databaseUrl, `/api/v1/models/${model}/versions/2/transitions`, { toStage: 'Production' });
}

async function capture(databaseUrl: string, path: string, body: object): Promise<Statement[]> {
  const config = readConfig(
    { DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: 'only for the statements of the benchmark' },
    false,
  );
  const dataSource = await createDataSource(databaseUrl).initialize();
  const app = await createApp(config, dataSource, createLog('silent', true));
  await app.init();
  try {
    const { token } = await app
      .get(AuthService)
      .issueToken({ subject: 'bench', roles: ['admin'] }, { subject: 'bench', requestId: 'bench' });
    const fastify = app.getHttpAdapter().getInstance();
    await fastify.ready();
    const headers = { authorization: `Bearer ${token}` };
    return await captureStatements(dataSource, async () => {
      const answer = await fastify.inject({ method: 'POST', url: path, headers, payload: body });
      if (answer.statusCode !== 201) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
    });
  } finally {
    await app.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
