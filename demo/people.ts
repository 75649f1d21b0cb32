import { type Role } from '../src/platform/access/permission.js';
import { type IssuedTokenResponse, type MeResponse } from '../src/access/tokens/auth.dto.js';
import { type Registry } from './registry.js';

/** Who takes part. One of them has two tokens: a second role must not make a second person. */
const CAST = {
  ci: { subject: 'ci', role: 'contributor', part: 'registers, evaluates, asks for promotion' },
  ciAsApprover: { subject: 'ci', role: 'approver', part: 'tries to approve what it asked for' },
  reviewer: { subject: 'reviewer', role: 'approver', part: 'approves' },
  onCall: { subject: 'on-call', role: 'approver', part: 'rolls back' },
  auditor: { subject: 'auditor', role: 'viewer', part: 'reads the audit record' },
} as const satisfies Record<string, { subject: string; role: Role; part: string }>;

export type Part = keyof typeof CAST;
export type People = Record<Part, Registry>;

const LIFE_SECONDS = 3600;

/** Tokens for everybody, and how to take them back. */
export class Tokens {
  private readonly issued: string[] = [];

  constructor(private readonly admin: Registry) {}

  /** The story needs an administrator: it sets a policy and issues tokens. */
  async assertAdmin(): Promise<void> {
    const { subject, roles } = await this.admin.get<MeResponse>('/me');
    if (!roles.includes('admin'))
      throw new Error(`The token of ${subject} is no administrator's: ${roles.join(', ')}.`);
  }

  async issue(): Promise<People> {
    const people: Partial<People> = {};
    for (const [part, { subject, role }] of Object.entries(CAST)) {
      const request = { subject, roles: [role], name: 'demo', expiresInSeconds: LIFE_SECONDS };
      const { id, token } = await this.admin.post<IssuedTokenResponse>('/tokens', request);
      this.issued.push(id);
      people[part as Part] = this.admin.as(token);
    }
    return people as People;
  }

  async revoke(): Promise<void> {
    for (const id of this.issued.splice(0)) await this.admin.delete(`/tokens/${id}`);
  }
}

export function castRows(): { text: string }[][] {
  return Object.values(CAST).map(({ subject, role, part }) => [{ text: subject }, { text: role }, { text: part }]);
}
