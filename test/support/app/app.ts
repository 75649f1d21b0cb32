import { type AddressInfo } from 'node:net';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type DataSource } from 'typeorm';
import { createApp } from '../../../src/app.js';
import { AuthService } from '../../../src/access/tokens/auth.service.js';
import { type Config, readConfig } from '../../../src/platform/config.js';
import { createDataSource } from '../../../src/database.js';
import { createLog } from '../../../src/platform/http/log.js';
import { Client } from './client.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const TEST_SECRET = 'a secret that only the tests know, long enough';

export interface TestAppOptions {
  /** Shares the database of another app, as a second replica does. */
  beside?: Pick<TestApp, 'databaseUrl'>;
  env?: Record<string, string>;
  /** The way of the service to its database, when it is not the straight one. */
  way?: (databaseUrl: string) => Promise<string>;
  /** Receives the lines of the log. */
  onLog?: (line: string) => void;
}

/** The service in this process, on a database of its own, behind a real port. */
export class TestApp {
  private constructor(
    readonly url: string,
    readonly nest: NestFastifyApplication,
    readonly dataSource: DataSource,
    readonly databaseUrl: string,
    private readonly database: TestDatabase | null,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const database = options.beside ? null : await createTestDatabase();
    const databaseUrl = options.beside?.databaseUrl ?? database!.url;
    const url = (await options.way?.(databaseUrl)) ?? databaseUrl;
    const config = configFor(url, options.env);
    const { databasePoolSize: poolSize, databaseLimits: limits } = config;
    const isPooled = config.databasePooler === 'transaction';
    const dataSource = createDataSource(url, { poolSize, limits, isPooled, replica: config.databaseReplica });
    try {
      await dataSource.initialize();
      const log = options.onLog ? createLog('debug', false, options.onLog) : createLog('silent', true);
      const nest = await createApp(config, dataSource, log);
      await nest.listen(0, '127.0.0.1');
      const { port } = nest.getHttpServer().address() as AddressInfo;
      return new TestApp(`http://127.0.0.1:${port}`, nest, dataSource, databaseUrl, database);
    } catch (error) {
      // What stays open would keep the run from ending.
      if (dataSource.isInitialized) await dataSource.destroy();
      await database?.drop();
      throw error;
    }
  }

  /** A client that carries a fresh token of this subject. */
  async as(subject: string, ...roles: string[]): Promise<Client> {
    const issuer = { subject: 'test', requestId: 'test' };
    const { token } = await this.nest.get(AuthService).issueToken({ subject, roles }, issuer);
    return new Client(this.url, token);
  }

  anonymous(): Client {
    return new Client(this.url, null);
  }

  async stop(): Promise<void> {
    await this.nest.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.database?.drop();
  }
}

function configFor(databaseUrl: string, env: Record<string, string> = {}): Config {
  return readConfig({ DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: TEST_SECRET, ...env }, false);
}
