import { type Client, connect, getMe, issueToken, revokeToken } from '@stagegate/client';

/** Who takes part. One of them has two tokens: a second role must not make a second person. */
const CAST = {
  ci: { subject: 'ci', role: 'contributor', part: 'registers, evaluates, asks for promotion' },
  ciAsApprover: { subject: 'ci', role: 'approver', part: 'tries to approve what it asked for' },
  reviewer: { subject: 'reviewer', role: 'approver', part: 'approves' },
  onCall: { subject: 'on-call', role: 'approver', part: 'rolls back' },
  auditor: { subject: 'auditor', role: 'viewer', part: 'reads the audit record' },
} as const;

export type Part = keyof typeof CAST;
/** The registry as each of them sees it. */
export type People = Record<Part, Client>;

const LIFE_SECONDS = 3600;

/** Tokens for everybody, and how to take them back. */
export class Tokens {
  private readonly issued: string[] = [];

  constructor(
    private readonly url: string,
    private readonly admin: Client,
  ) {}

  /** The story needs an administrator: it sets a policy and issues tokens. */
  async assertAdmin(): Promise<void> {
    const { subject, roles } = await getMe({ client: this.admin });
    if (!roles.includes('admin'))
      throw new Error(`The token of ${subject} is no administrator's: ${roles.join(', ')}.`);
  }

  async issue(): Promise<People> {
    const people: Partial<People> = {};
    for (const [part, { subject, role }] of Object.entries(CAST)) {
      const body = { subject, roles: [role], name: 'demo', expiresInSeconds: LIFE_SECONDS };
      const { id, token } = await issueToken({ client: this.admin, body });
      this.issued.push(id);
      people[part as Part] = connect({ baseUrl: this.url, token });
    }
    return people as People;
  }

  async revoke(): Promise<void> {
    for (const id of this.issued.splice(0)) await revokeToken({ client: this.admin, path: { id } });
  }
}

export function castRows(): string[][] {
  return Object.values(CAST).map(({ subject, role, part }) => [subject, role, part]);
}
