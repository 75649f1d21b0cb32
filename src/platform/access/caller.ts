import { type Grant, type ModelRef } from './grant.js';
import { type ModelScope } from './model-scope.js';
import { type Permission } from './permission.js';

/** The session of a browser that a request is part of. */
export interface CallerSession {
  id: string;
  startedAt: Date;
  idleUntil: Date;
  endsAt: Date;
  /** Where a browser goes afterwards to sign out at the provider; null when no provider signed it in. */
  signOutUrl: string | null;
}

/** What a caller says of the resource as it knows it, in the words of RFC 9110 §13.1. */
interface Preconditions {
  /** The header If-Match: a list of tags, or `*` for whatever is there. */
  ifMatch?: string;
  /** The header If-None-Match: tags that the resource must not have, or `*` if there must be none. */
  ifNoneMatch?: string;
}

/** Who sends a request, as far as services need to know. */
export interface Caller {
  /** The stable identity; separation of duty compares it. */
  subject: string;
  /** Names of the roles that hold for the model of the route; registry-wide where it concerns none. */
  roles: readonly string[];
  /** Roles of the organisation's own that approvals ask for. */
  approvalRoles: readonly string[];
  /** Groups of the organisation that the identity provider counts the caller among. */
  groups: readonly string[];
  /** What the identity provider calls the caller; absent when it does not say. */
  displayName?: string;
  /** Whether a machine asks, a CI job say; machines approve nothing. */
  isService: boolean;
  /** The models the caller may know of; null for all. */
  scope: ModelScope | null;
  /** What an exchanged token was given for, by the names of the claims, such as `repository_id`. */
  claims?: Readonly<Record<string, string>>;
  /** What the caller may do to the model that the route concerns; registry-wide where it concerns none. */
  permissions: ReadonlySet<Permission>;
  /** Each right with where it holds and comes from; absent for the service itself, of which `permissions` says all. */
  grants?: readonly Grant[];
  /** The token of ours that was presented; null for a token of another issuer and for the service itself. */
  tokenId: string | null;
  requestId: string;
  /** The session that was presented instead of a token; its rights are those of `tokenId` all the same. */
  session?: CallerSession;
  /** What a change must find of the resource; absent where the caller says nothing of it. */
  preconditions?: Preconditions;
  /**
   * Finds out once more who asks and what they may do to a model, for a decision that had to wait; absent for the service itself.
   * @throws {Problem} 401 when the proof no longer stands, 403 or 404 when the right to make the request is gone
   */
  again?: (model: ModelRef) => Promise<Caller>;
}

/** What a caller is unless something says more: a person of no group who may know of every model. */
export const ORDINARY = { groups: [], isService: false, scope: null } as const;

/** The caller with the rights that it has to a model now, whatever it had when it was let in. */
export function callerNow(caller: Caller, model: ModelRef): Promise<Caller> {
  return caller.again?.(model) ?? Promise.resolve(caller);
}

/** Who a caller is, whatever it asks for. */
export type Identity = Omit<Caller, 'requestId'>;

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
    /** Finds out once more who sends the request, for answers that take long. @throws {Problem} 401 when the proof no longer stands */
    identifyAgain?: () => Promise<Caller>;
    /** Judges once more whether the request may be made, since its body came after it was let in. @throws {Problem} 401, 403 or 404 */
    admitAgain?: () => Promise<void>;
    /** Whether the body was still to come when the request was let in. */
    isBodyToCome?: boolean;
  }
}
