import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { type Config } from '../platform/config.js';
import { createLog, toNestLogger } from '../platform/http/log.js';

/** The application, made and not started: no job is done and no webhook called. */
export function applicationOf(config: Config, dataSource: DataSource): Promise<INestApplicationContext> {
  const log = createLog('warn', false, (line) => process.stderr.write(line));
  const module = AppModule.of(config, dataSource, log);
  return NestFactory.create(module, new FastifyAdapter(), { abortOnError: false, logger: toNestLogger(log) });
}
