import { IsOneOf } from '../../platform/http/fields.js';
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

  /** Roles of which one is needed to clear it. */
  roles: string[];

  /** When it ends by itself; null where it does not, or no end is in sight. */
  until: Date | null;
}

export function toBlockerResponse({ code, detail, remedy, roles, until }: Blocker): TransitionBlockerResponse {
  return { code, detail, remedy, roles: [...roles], until };
}
