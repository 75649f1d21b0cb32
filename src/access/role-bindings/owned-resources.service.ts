import { Injectable } from '@nestjs/common';
import { type ResourceKind } from '../../platform/access/requires.decorator.js';
import { type Problem } from '../../platform/http/problem.js';
import { type ModelRef } from '../../platform/access/grant.js';

/** How the guard learns which model a thing belongs to. */
export interface OwnedResource {
  /** The model of the thing; null for one of the registry as a whole, undefined when nothing has this id. */
  findModel(id: string): Promise<ModelRef | null | undefined>;
  /** What is answered when nothing has this id, and when it is hidden from the caller. */
  notFound(id: string): Problem;
}

/** The features that own such things register here how their models are found. */
@Injectable()
export class OwnedResources {
  private readonly known = new Map<ResourceKind, OwnedResource>();

  register(kind: ResourceKind, resource: OwnedResource): void {
    this.known.set(kind, resource);
  }

  get(kind: ResourceKind): OwnedResource {
    const resource = this.known.get(kind);
    if (!resource) throw new Error(`No feature says which models ${kind}s belong to.`);
    return resource;
  }
}
