import { Inject, Injectable } from '@nestjs/common';
import { type JWTPayload } from 'jose';
import { DataSource } from 'typeorm';
import { type Log, LOG } from '../../platform/http/log.js';
import { type Problem } from '../../platform/http/problem.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { identityOf } from '../oidc/identity.js';
import { ForeignIssuers } from '../oidc/foreign-issuers.service.js';
import { namespaceOfUrl } from '../oidc/namespace.js';
import { OidcIssuers } from '../oidc/oidc-issuers.service.js';
import { AuthService } from '../tokens/auth.service.js';
import { claimedIssuer } from '../tokens/token.js';
import { ACCESS_TOKEN_TYPE, type ExchangeForm, formFault } from './exchange-request.js';
import { keptClaims, matchingRule } from './matching-rule.js';
import { type ExchangedTokenResponse } from './token-exchange.dto.js';
import { exchangeRefused } from './trust-rules.problems.js';
import { type TrustRuleRow } from './trust-rule.entity.js';
import { findRulesOfIssuer, holdTrustRule } from './trust-rules.queries.js';

const PLAIN_CLAIMS = { subject: 'sub', name: 'name', groups: 'groups', roles: null };
const NO_RULES = { claims: PLAIN_CLAIMS, groupRoles: {}, groupApprovalRoles: {}, groupPrefix: '', foreignPrefixes: [] };

/** Whom an accepted token speaks for, and the rule that lets it be exchanged. */
interface Accepted {
  subject: string;
  namespace: string;
  claims: JWTPayload;
  rule: TrustRuleRow;
}

@Injectable()
export class TokenExchange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly issuers: OidcIssuers,
    private readonly foreign: ForeignIssuers,
    private readonly auth: AuthService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async exchangeToken(form: ExchangeForm, requestId: string): Promise<ExchangedTokenResponse> {
    const fault = formFault(form);
    if (fault !== null) throw exchangeRefused(fault.error, fault.detail);
    const { subject, namespace, claims, rule } = await this.accept(form, requestId);
    const kept = keptClaims(claims, rule);
    const wanted = {
      subject: `${namespace}:${subject}`,
      roles: rule.roles,
      approvalRoles: [],
      name: rule.name ?? 'token exchange',
      expiresInSeconds: rule.expiresInSeconds,
      isService: true,
      exchanged: { origin: namespace, claims: kept, scope: scopeOf(rule), trustRuleId: rule.id },
    };
    const text = await this.dataSource.transaction(async (manager) => {
      if (!(await holdTrustRule(manager, rule.id))) throw this.refuse('its rule ended', requestId);
      return (await this.auth.issue(manager, wanted, { subject: wanted.subject, requestId, claims: kept })).text;
    });
    const issued = { access_token: text, issued_token_type: ACCESS_TOKEN_TYPE, token_type: 'Bearer' };
    return { ...issued, expires_in: rule.expiresInSeconds };
  }

  /** Nothing is asked of an issuer that no rule names. */
  private async accept(form: ExchangeForm, requestId: string): Promise<Accepted> {
    const { subject_token: token, model } = form as { subject_token: string; model?: string };
    const iss = claimedIssuer(token);
    const rules = iss === null ? [] : await findRulesOfIssuer(this.dataSource.manager, iss);
    if (iss === null || rules.length === 0) throw this.refuse('no rule is of its issuer', requestId);
    const configured = this.issuers.all.find((issuer) => issuer.iss === iss);
    const verifier = configured?.verifier ?? this.foreign.verifierOf(iss);
    const claims = await verifier.verify(token, [...new Set(rules.map(({ audience }) => audience))]);
    if (claims === null) throw this.refuse('its signature or a claim is not valid', requestId);
    const identity = identityOf(claims, configured?.settings ?? NO_RULES);
    if ('fault' in identity) throw this.refuse(identity.fault, requestId);
    const rule = matchingRule(rules, claims, model);
    if (rule === null) throw this.refuse('no rule fits its claims', requestId);
    const namespace = configured?.namespace ?? namespaceOfUrl(iss);
    return { subject: identity.subject, namespace, claims, rule };
  }

  /** The log says why; the answer, which a forger reads as well, does not. */
  private refuse(reason: string, requestId: string): Problem {
    this.log.info({ requestId, reason }, 'A token was not exchanged.');
    return exchangeRefused('invalid_request', 'The subject_token is not valid here, or no trust rule fits its claims.');
  }
}

function scopeOf({ modelId, modelPrefix }: TrustRuleRow): ModelScope | null {
  if (modelId === null && modelPrefix === null) return null;
  return { modelIds: modelId === null ? [] : [modelId], prefixes: modelPrefix === null ? [] : [modelPrefix] };
}
