/** Why a server was not reached, for programs. */
export type UnreachableReason = 'DNS' | 'REFUSED' | 'TLS' | 'TIMEOUT' | 'BROKEN' | 'OTHER';

export interface Unreachable {
  reason: UnreachableReason;
  /** The platform's own code, such as ENOTFOUND; null where it has none. */
  cause: string | null;
  /** The reason in a sentence. */
  says: string;
}

const SENTENCES: Readonly<Record<UnreachableReason, string>> = {
  DNS: 'No address is known for its name.',
  REFUSED: 'Nothing listens at its port: the connection was refused.',
  TLS: 'No secure connection could be made.',
  TIMEOUT: 'It did not answer in time.',
  BROKEN: 'The connection broke.',
  OTHER: 'The connection failed.',
};

const REASONS: readonly [RegExp, UnreachableReason][] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'DNS'],
  [/^ECONNREFUSED$/, 'REFUSED'],
  [/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|^EPROTO$/, 'TLS'],
  [/TIMEDOUT|TIMEOUT/, 'TIMEOUT'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'BROKEN'],
];

/** The reason that the platform gave for a failed connection, from wherever it is wrapped. */
export function whyUnreachable(error: unknown): Unreachable {
  const { code, message } = innermost(error);
  const reason = REASONS.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'OTHER';
  const detail = reason === 'TLS' || reason === 'OTHER' ? message.split('\n', 1)[0]!.replace(/\.$/, '') : (code ?? '');
  const named = detail === '' ? '' : ` (${detail})`;
  return { reason, cause: code, says: SENTENCES[reason].replace(/\.$/, `${named}.`) };
}

/** The last cause that has a code, of several attempts the first one's; else the last of all. */
function innermost(error: unknown): { code: string | null; message: string } {
  let found = { code: null as string | null, message: '' };
  for (let now: unknown = error; now instanceof Error; now = now.cause ?? firstOf(now)) {
    const { code } = now as NodeJS.ErrnoException;
    if (typeof code === 'string') found = { code, message: now.message };
    else if (found.code === null) found = { code: null, message: now.message };
  }
  return found;
}

function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? (error.errors[0] as unknown) : undefined;
}
