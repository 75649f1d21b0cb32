import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../record/audit/audit.service.js';
import { Config } from '../../platform/config.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { type Caller } from '../../platform/access/caller.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { problemAt } from '../../values/pointer.js';
import { Problem, type ProblemError } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { rightsExceeded } from '../roles/roles.problems.js';
import { bindingsOfSubject } from '../role-bindings/role-bindings.queries.js';
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
import { type GrantTarget, lackedOf, may } from '../../platform/access/rights.js';
import { normalSubject, subjectFault } from '../../platform/access/subject.js';
import { SIGNING_KEY, type SigningKey } from '../../platform/access/signing-key.js';
import { Token } from './token.entity.js';
import { isOfNamespace } from '../oidc/issuer.js';
import { makeToken, type NewToken } from './new-token.js';

/** Who issues a token; the service itself says nothing of what it may. */
type Issuer = Pick<Caller, 'subject' | 'requestId' | 'claims'> &
  Partial<Pick<Caller, 'permissions' | 'grants' | 'approvalRoles'>>;

@Injectable()
export class AuthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    private readonly config: Config,
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
    const {
      roles,
      approvalRoles = [],
      name,
      expiresInSeconds = DEFAULT_LIFE_SECONDS,
      serviceAccount = false,
    } = request;
    const faults = [...this.subjectFaults(subject), ...approvalRoleFaults(approvalRoles)];
    if (faults.length > 0) throw validationFailed(faults);
    const wanted = { subject, roles, approvalRoles, name, expiresInSeconds, isService: serviceAccount };
    const { token, text } = await this.dataSource.transaction(async (manager) => {
      if (!roles.every(isRole)) await lockRoles(manager);
      await requireGiving(manager, caller, roles, null);
      await requireGivingBindings(manager, caller, subject);
      requireGivingApprovalRoles(caller, approvalRoles);
      return this.issue(manager, wanted, caller);
    });
    return { ...toTokenResponse(token), token: text };
  }

  /** Makes a token and records it, in the transaction of what it is needed for. */
  async issue(manager: EntityManager, wanted: NewToken, caller: Issuer): Promise<{ token: Token; text: string }> {
    const { token, text } = makeToken(this.key, wanted, caller.subject);
    await manager.insert(Token, token);
    await this.audit.record(manager, caller, { action: 'token.issued', details: issuedDetails(token) });
    return { token, text };
  }

  /** Revoking twice is revoking once. */
  async revokeToken(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      const token = await manager.findOne(Token, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (token === null) throw tokenNotFound(id);
      if (token.revokedAt !== null) return;
      await manager.update(Token, { id }, { revokedAt: new Date(), revokedBy: caller.subject });
      await this.audit.record(manager, caller, { action: 'token.revoked', details: { id, subject: token.subject } });
    });
  }

  /** Whoever an issuer vouches for gets no token by another way. */
  private subjectFaults(subject: string): ProblemError[] {
    const issuer = this.config.issuers.find(({ name }) => isOfNamespace(subject, name));
    const detail =
      issuer === undefined ? subjectFault(subject) : `only the issuer ${issuer.name} speaks for subjects that begin so`;
    return detail === null ? [] : [problemAt(['subject'], 'IS_SUBJECT', detail)];
  }
}

/** What the record tells of a token; what is not said of it is left out. */
function issuedDetails(token: Token): DetailsOf<'token.issued'> {
  const { id, subject, roles, approvalRoles, isService, origin, trustRuleId, name, expiresAt } = token;
  return {
    id,
    subject,
    roles,
    ...(approvalRoles.length > 0 && { approvalRoles }),
    ...(isService && { serviceAccount: true }),
    ...(origin !== null && { origin }),
    ...(trustRuleId !== null && { trustRuleId }),
    name,
    expiresAt,
  };
}

/**
 * Nobody gives by a token, or a rule for tokens, what they lack themselves where it is to hold.
 * @throws {Problem} 400 for a role that there is not, 403 RIGHTS_EXCEEDED
 */
export async function requireGiving(
  manager: EntityManager,
  { permissions, grants }: Issuer,
  roles: readonly string[],
  target: GrantTarget,
): Promise<void> {
  const given = await permissionsOfRoles(manager, roles).catch(translateUnknown);
  const lacked = permissions === undefined ? [] : lackedOf({ permissions, grants }, given, target);
  if (lacked.length > 0) throw rightsExceeded(lacked);
}

/** Whoever speaks for a subject has all that is bound to it, so a token gives that, too. @throws {Problem} 403 RIGHTS_EXCEEDED */
async function requireGivingBindings(manager: EntityManager, caller: Issuer, subject: string): Promise<void> {
  for (const { role, target } of await bindingsOfSubject(manager, subject))
    await requireGiving(manager, caller, [role], target);
}

/** Who may bind any role may also say who fills which slot of approvals. @throws {Problem} 403 RIGHTS_EXCEEDED */
function requireGivingApprovalRoles(caller: Issuer, wanted: readonly string[]): void {
  const { permissions, grants, approvalRoles = [] } = caller;
  if (permissions === undefined || may({ permissions, grants }, 'role-binding:manage')) return;
  const lacked = wanted.filter((role) => !approvalRoles.includes(role));
  if (lacked.length > 0) throw rightsExceeded(lacked.map((role) => `the approval role ${role}`));
}

function translateUnknown(error: unknown): never {
  if (!(error instanceof Problem && error.code === 'ROLE_NOT_FOUND')) throw error;
  const said = error.detail.replace(/^T/, 't').replace(/\.$/, '');
  const detail = `roles are different ones out of ${ROLES.join(', ')} and your own: ${said}`;
  throw validationFailed([problemAt(['roles'], 'IS_SOME_OF', detail)]);
}

function approvalRoleFaults(roles: readonly string[]): ProblemError[] {
  const detail = `an approval role is a name of letters and digits, with spaces and ._- inside, and none of ${ROLES.join(', ')}`;
  return roles.flatMap((role, at) =>
    isApprovalRole(role) ? [] : [problemAt(['approvalRoles', at], 'IS_APPROVAL_ROLE', detail)],
  );
}
