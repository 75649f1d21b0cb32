import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from './owned-resources.service.js';
import { type Permission } from '../../platform/access/permission.js';
import { type Access } from '../../platform/access/requires.decorator.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { callerAt, grantable, isBound, may, mayAnywhere, modelNamed } from '../../platform/access/rights.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { type Problem } from '../../platform/http/problem.js';
import { MODEL_NAME, UUID } from '../../values/values.js';

/** What a caller finds: the door open, as the caller it is there; nothing, as if there were nothing; or the door shut. */
export type Admission = { caller: Caller } | { hidden: Problem } | { forbidden: Permission; caller: Caller };

/** Decides by the model that a request concerns whether the caller may make it, and whether the caller may know of the model at all. */
@Injectable()
export class Admissions {
  constructor(private readonly resources: OwnedResources) {}

  /** Before the body is read: what the path alone decides. */
  async admit(request: FastifyRequest, caller: Caller, access: Access): Promise<Admission> {
    const permission = access.permission!;
    if (!isBound(caller)) return caller.permissions.has(permission) ? { caller } : { forbidden: permission, caller };
    const { model, id } = request.params as { model?: string; id?: string };
    const { concerns = 'registry' } = access;
    if (model !== undefined) return admitTo(caller, permission, model);
    if (concerns === 'registry') return decide(caller, permission, null);
    if (typeof concerns === 'object' && 'idOf' in concerns)
      return this.admitToResource(caller, permission, concerns, id);
    const isAllowed = mayAnywhere(caller, permission);
    return isAllowed ? { caller } : { forbidden: permission, caller };
  }

  /** Before anything is done or repeated: what the model decides that the query of a GET names, or the body of another. */
  admitNamed(sent: unknown, caller: Caller, access: Access): Admission {
    const { concerns, permission } = access;
    if (typeof concerns !== 'object' || !('named' in concerns) || !isBound(caller)) return { caller };
    if (concerns.isList && namesIn(sent, concerns.named).length > 0)
      return admitToEach(caller, permission!, namesIn(sent, concerns.named));
    const name = nameIn(sent, concerns.named);
    if (name !== undefined)
      return concerns.isMade ? admitMaking(caller, permission!, name) : admitTo(caller, permission!, name);
    const modelPrefix = concerns.prefix === undefined ? undefined : nameIn(sent, concerns.prefix);
    if (modelPrefix !== undefined)
      return grantable(caller, [permission!], { modelPrefix }) ? { caller } : { forbidden: permission!, caller };
    return concerns.otherwise === 'anywhere' ? { caller } : decide(caller, permission!, null);
  }

  /** While the request is carried out, which concerns this model: what may have changed since it was let in. */
  admitAgain(caller: Caller, { permission }: Access, model: ModelRef): Admission {
    return admitToModel(caller, permission!, model);
  }

  private async admitToResource(
    caller: Caller,
    permission: Permission,
    { idOf }: { idOf: Parameters<OwnedResources['get']>[0] },
    id = '',
  ): Promise<Admission> {
    if (!UUID.test(id)) return { caller };
    const resource = this.resources.get(idOf);
    const model = await resource.findModel(id.toLowerCase());
    if (model === undefined || !may(caller, 'registry:read', model))
      return { hidden: resource.notFound(id.toLowerCase()) };
    return decide(caller, permission, model);
  }
}

/** An invalid name is refused later, by whatever reads the path. */
function admitTo(caller: Caller, permission: Permission, name: string): Admission {
  if (!MODEL_NAME.test(name)) return { caller };
  return admitToModel(caller, permission, modelNamed(caller, name));
}

function admitToModel(caller: Caller, permission: Permission, model: ModelRef): Admission {
  const { permissions } = callerAt(caller, model);
  const isKnown = permissions.has('registry:read') || permissions.has(permission);
  return isKnown ? decide(caller, permission, model) : { hidden: modelNotFound(model.name) };
}

/** Name by name, so that the others in a list tell nothing about a hidden one. */
function admitToEach(caller: Caller, permission: Permission, names: readonly string[]): Admission {
  const admissions = names.map((name) => admitTo(caller, permission, name));
  return (
    admissions.find((admission) => 'hidden' in admission) ??
    admissions.find((admission) => 'forbidden' in admission) ?? { caller }
  );
}

function admitMaking(caller: Caller, permission: Permission, name: string): Admission {
  return MODEL_NAME.test(name) ? decide(caller, permission, { id: null, name }) : { caller };
}

function decide(caller: Caller, permission: Permission, model: ModelRef | null): Admission {
  const there = callerAt(caller, model);
  return there.permissions.has(permission) ? { caller: there } : { forbidden: permission, caller: there };
}

function namesIn(sent: unknown, field: string): string[] {
  const { [field]: given } = Object(sent) as Record<string, unknown>;
  return Array.isArray(given) ? given.filter((name) => typeof name === 'string') : [];
}

/** MLflow's calls take the first where a query gives a name twice; all others refuse it. */
function nameIn(sent: unknown, field: string): string | undefined {
  const { [field]: given } = Object(sent) as Record<string, unknown>;
  const name: unknown = Array.isArray(given) ? given[0] : given;
  return typeof name === 'string' ? name : undefined;
}
