import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_TRUST_RULES } from './trust-rule.entity.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { OidcModule } from '../oidc/oidc.module.js';
import { AuthModule } from '../tokens/auth.module.js';
import { FormBodies } from './form-body.hook.js';
import { TokenExchangeController } from './token-exchange.controller.js';
import { TokenExchange } from './token-exchange.service.js';
import { TrustRulesController } from './trust-rules.controller.js';
import { TrustRulesService } from './trust-rules.service.js';

@Module({
  imports: [AuditModule, AuthModule, OidcModule],
  controllers: [TrustRulesController, TokenExchangeController],
  providers: [TrustRulesService, TokenExchange, FormBodies],
})
export class TrustRulesModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_TRUST_RULES);
  }
}
