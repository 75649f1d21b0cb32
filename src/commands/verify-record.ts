import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { type Config } from '../platform/config.js';
import { createLog, toNestLogger } from '../platform/http/log.js';
import { VerificationWalk } from '../record/verification/verification-walk.service.js';
import { toVerificationResponse } from '../record/verification/verification.dto.js';

/**
 * Walks over the whole record as `GET /audit-events/verification` does, and says in a sentence what it found. The application is made
 * and not started: no job is done and no webhook called. @throws when something was altered
 */
export async function verifyRecord(config: Config, dataSource: DataSource): Promise<string> {
  const log = createLog('warn', false, (line) => process.stderr.write(line));
  const module = AppModule.of(config, dataSource, log);
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    abortOnError: false,
    logger: toNestLogger(log),
  });
  const startedAt = new Date();
  const tally = await app.get(VerificationWalk).run({}, { signal: new AbortController().signal });
  const { valid, events, objects, firstBroken, reason, differing } = toVerificationResponse(tally, startedAt);
  if (!valid)
    throw new Error(
      `The record is broken at event ${firstBroken}: ${reason} ${differing} of ${objects} objects differ from it.`,
    );
  return `The record is whole: ${events} events, and ${objects} objects as they tell of them.`;
}
