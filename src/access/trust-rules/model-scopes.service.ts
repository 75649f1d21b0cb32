import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { sees } from '../../platform/access/model-scope.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { outOfScope } from './trust-rules.problems.js';
import { MODEL_NAMED } from './trust-rules.queries.js';

/** Routes about the caller alone. */
const OWN: ReadonlySet<string> = new Set(['/api/v1/me', '/api/v1/sessions/current']);

/** Keeps a caller who may know of certain models to the routes of those. */
@Injectable()
export class ModelScopes {
  constructor(private readonly reads: PreparedReads) {}

  /** @throws {Problem} 404 MODEL_NOT_FOUND for a hidden model, 403 OUT_OF_SCOPE for what is of no single model */
  async require({ scope }: Caller, { params, routeOptions }: FastifyRequest): Promise<void> {
    if (scope === null || OWN.has(routeOptions.url ?? '')) return;
    const { model: name } = params as { model?: string };
    if (name === undefined) throw outOfScope();
    const [model] = await this.reads.query<{ id: string; name: string }>(MODEL_NAMED, [name]);
    if (model === undefined || !sees(scope, model)) throw modelNotFound(name);
  }
}
