import { type Permission } from '../../../platform/access/permission.js';
import { IsOneOf } from '../../../platform/http/fields.js';
import { BLOCKER_CODES, type Blocker, type BlockerCode } from './blocker.js';

/** Something that stands in the way of a transition. */
export class TransitionBlockerResponse {
  /** Stable reason. */
  @IsOneOf(BLOCKER_CODES)
  code: BlockerCode;

  /** The reason, for people. */
  detail: string;

  /** What clears it. */
  remedy: string;

  /** What somebody has to be allowed to clear it; one of it is enough. */
  permissions: Permission[];

  /** Roles of which one is needed to clear it: built-in ones, or those that approve. */
  roles: string[];

  /** When it ends by itself; null where it does not, or no end is in sight. */
  until: Date | null;
}

export function toBlockerResponse(blocker: Blocker): TransitionBlockerResponse {
  const { code, detail, remedy, permissions, roles, until } = blocker;
  return { code, detail, remedy, permissions: [...permissions], roles: [...roles], until };
}
