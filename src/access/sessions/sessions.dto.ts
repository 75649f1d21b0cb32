import { IsId, IsText, Optional } from '../../platform/http/fields.js';
import { IsSecret } from '../../platform/http/secret.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type Session } from './session.entity.js';

export class StartSessionRequest {
  /** The code of a sign-in link; either this or `token`. */
  @Optional()
  @IsText(1, 200)
  @IsSecret()
  code?: string;

  /** A token that the service issued; either this or `code`. The browser need not keep it. */
  @Optional()
  @IsText(1, 8_000)
  @IsSecret()
  token?: string;
}

export class ListSessionsQuery extends ListQuery {
  /** Only sessions of this subject. */
  @Optional()
  @IsText(1, 200)
  subject?: string;
}

export class SessionResponse {
  /** The session's id; it is not what the cookie holds. */
  @IsId()
  id: string;

  /** Who is signed in. */
  subject: string;

  /** The id of the token that the session's rights come from; the session ends with it. */
  @IsId()
  tokenId: string;

  /** When the sign-in happened. */
  startedAt: Date;

  /** When the session was last used, to the minute. */
  lastSeenAt: Date;

  /** When the session ends unless it is used before. */
  idleUntil: Date;

  /** When the session ends, however much it is used. */
  endsAt: Date;

  /** What the browser called itself at the sign-in; null when it did not. */
  userAgent: string | null;

  /** The address that the sign-in came from. */
  address: string;

  /** Whether this request is part of the session. */
  isCurrent: boolean;
}

export class SessionPage {
  /** The sessions of this page, newest first. */
  items: SessionResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toSessionResponse(session: Session, currentId: string | undefined): SessionResponse {
  const { id, subject, tokenId, startedAt, lastSeenAt, idleUntil, endsAt, userAgent, address } = session;
  const isCurrent = id === currentId;
  return { id, subject, tokenId, startedAt, lastSeenAt, idleUntil, endsAt, userAgent, address, isCurrent };
}
