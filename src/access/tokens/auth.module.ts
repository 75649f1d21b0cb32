import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { TokensWitness } from './tokens-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RoleBindingsModule } from '../role-bindings/role-bindings.module.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.service.js';
import { ISSUERS } from './issuer.js';
import { OwnIssuer } from './own-issuer.service.js';
import { TokenStates } from './token-states.service.js';

@Module({
  imports: [AuditModule, RoleBindingsModule, VerificationModule],
  controllers: [AuthController],
  providers: [
    TokensWitness,
    AuthService,
    Authenticator,
    OwnIssuer,
    TokenStates,
    { provide: ISSUERS, useFactory: (own: OwnIssuer) => [own], inject: [OwnIssuer] },
  ],
  exports: [AuthService, Authenticator, TokenStates],
})
export class AuthModule {}
