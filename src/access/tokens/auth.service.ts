import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { problemAt } from '../../values/pointer.js';
import { Problem, type ProblemError } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { rightsExceeded } from '../roles/roles.problems.js';
import { lockRoles, permissionsOfRoles } from '../roles/roles.queries.js';
import { tokenNotFound } from './auth.problems.js';
import {
  DEFAULT_LIFE_SECONDS,
  type IssuedTokenResponse,
  type IssueTokenRequest,
  type ListTokensQuery,
  type MeResponse,
  type TokenResponse,
  toMeResponse,
  toTokenResponse,
} from './auth.dto.js';
import { listTokenRows } from './auth.queries.js';
import { isApprovalRole, isRole, ROLES } from '../../platform/access/permission.js';
import { lackedOf } from '../../platform/access/rights.js';
import { normalSubject, subjectFault } from '../../platform/access/subject.js';
import { SIGNING_KEY, type SigningKey } from '../../platform/access/signing-key.js';
import { Token } from './token.entity.js';
import { digestOf, signToken } from './token.js';

/** Who issues a token; the service itself says nothing of what it may. */
type Issuer = Pick<Caller, 'subject' | 'requestId'> & Partial<Pick<Caller, 'permissions' | 'grants'>>;

@Injectable()
export class AuthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
  ) {}

  async listTokens(query: ListTokensQuery): Promise<Page<TokenResponse>> {
    return mapPage(await listTokenRows(this.dataSource.manager, query), toTokenResponse);
  }

  async getMe(caller: Caller): Promise<MeResponse> {
    const token = caller.tokenId && (await this.dataSource.getRepository(Token).findOneBy({ id: caller.tokenId }));
    return toMeResponse(caller, token || null);
  }

  async issueToken(request: IssueTokenRequest, caller: Issuer): Promise<IssuedTokenResponse> {
    const subject = normalSubject(request.subject);
    const faults = [...subjectFaults(subject), ...approvalRoleFaults(request.approvalRoles ?? [])];
    if (faults.length > 0) throw validationFailed(faults);
    const { token, text } = this.makeToken({ ...request, subject }, caller);
    await this.dataSource.transaction(async (manager) => {
      if (!request.roles.every(isRole)) await lockRoles(manager);
      await requireGiving(manager, caller, request.roles);
      await manager.insert(Token, token);
      const { id, subject, roles, approvalRoles, name, expiresAt } = token;
      const own = approvalRoles.length > 0 && { approvalRoles };
      const details = { id, subject, roles, ...own, name, expiresAt };
      await this.audit.record(manager, caller, { action: 'token.issued', details });
    });
    return { ...toTokenResponse(token), token: text };
  }

  /** Revoking twice is revoking once. */
  async revokeToken(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const token = await manager.findOne(Token, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (token === null) throw tokenNotFound(id);
      if (token.revokedAt !== null) return;
      await manager.update(Token, { id }, { revokedAt: new Date(), revokedBy: caller.subject });
      await this.audit.record(manager, caller, { action: 'token.revoked', details: { id, subject: token.subject } });
    });
  }

  private makeToken(request: IssueTokenRequest, caller: Issuer): { token: Token; text: string } {
    const issuedAt = Math.floor(Date.now() / 1000);
    const expiresAt = issuedAt + (request.expiresInSeconds ?? DEFAULT_LIFE_SECONDS);
    const { subject, roles, approvalRoles = [], name } = request;
    const id = uuidv7();
    const text = signToken(this.key, { subject, roles, approvalRoles, tokenId: id, expiresAt }, issuedAt);
    const token = Object.assign(new Token(), {
      id,
      subject,
      roles,
      approvalRoles,
      name: name ?? null,
      digest: digestOf(text),
      issuedAt: new Date(issuedAt * 1000),
      issuedBy: caller.subject,
      expiresAt: new Date(expiresAt * 1000),
      revokedAt: null,
      revokedBy: null,
    });
    return { token, text };
  }
}

function subjectFaults(subject: string): ProblemError[] {
  const detail = subjectFault(subject);
  return detail === null ? [] : [problemAt(['subject'], 'IS_SUBJECT', detail)];
}

/** Nobody gives by a token what they lack themselves. */
async function requireGiving(
  manager: EntityManager,
  { permissions, grants }: Issuer,
  roles: readonly string[],
): Promise<void> {
  const given = await permissionsOfRoles(manager, roles).catch(translateUnknown);
  const lacked = permissions === undefined ? [] : lackedOf({ permissions, grants }, given, null);
  if (lacked.length > 0) throw rightsExceeded(lacked);
}

function translateUnknown(error: unknown): never {
  if (!(error instanceof Problem && error.code === 'ROLE_NOT_FOUND')) throw error;
  const detail = `roles are different ones out of ${ROLES.join(', ')} and your own. ${error.detail}`;
  throw validationFailed([problemAt(['roles'], 'IS_SOME_OF', detail)]);
}

function approvalRoleFaults(roles: readonly string[]): ProblemError[] {
  const detail = `an approval role is a name of letters and digits, with spaces and ._- inside, and none of ${ROLES.join(', ')}`;
  return roles.flatMap((role, at) =>
    isApprovalRole(role) ? [] : [problemAt(['approvalRoles', at], 'IS_APPROVAL_ROLE', detail)],
  );
}
