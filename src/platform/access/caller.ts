import { type Preconditions } from '../http/preconditions.js';
import { type Permission, type Role } from './permission.js';

/** Who sends a request, as far as services need to know. */
export interface Caller {
  /** The stable identity; separation of duty compares it. */
  subject: string;
  roles: readonly Role[];
  /** Roles of the organisation's own that approvals ask for. */
  approvalRoles: readonly string[];
  permissions: ReadonlySet<Permission>;
  /** The token of ours that was presented; null for a token of another issuer and for the service itself. */
  tokenId: string | null;
  requestId: string;
  /** What a change must find of the resource; absent where the caller says nothing of it. */
  preconditions?: Preconditions;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}
