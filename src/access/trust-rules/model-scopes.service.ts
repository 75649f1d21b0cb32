import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { sees } from '../../platform/access/model-scope.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { MODEL_NAMED } from './trust-rules.queries.js';

/** Routes about the caller alone. */
const OWN: ReadonlySet<string> = new Set(['/api/v1/me', '/api/v1/sessions/current']);

/** Keeps a caller who may know of certain models to the routes of those. */
@Injectable()
export class ModelScopes {
  constructor(private readonly reads: PreparedReads) {}

  /** Whether a request is about one of them, or about the caller alone. */
  async admits({ scope }: Caller, { params, routeOptions }: FastifyRequest): Promise<boolean> {
    if (scope === null || OWN.has(routeOptions.url ?? '')) return true;
    const { model: name } = params as { model?: string };
    if (name === undefined) return false;
    if (sees(scope, { id: '', name })) return true;
    const [model] = await this.reads.query<{ id: string; name: string }>(MODEL_NAMED, [name]);
    return model !== undefined && sees(scope, model);
  }
}
