import { Module } from '@nestjs/common';
import { TokensWitness } from './tokens-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RoleBindingsModule } from '../role-bindings/role-bindings.module.js';
import { OidcIssuers } from '../oidc/oidc-issuers.service.js';
import { OidcModule } from '../oidc/oidc.module.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.service.js';
import { ISSUERS } from '../oidc/issuer.js';
import { OwnIssuer } from './own-issuer.service.js';
import { TokenStatesModule } from './token-states.module.js';

@Module({
  imports: [AuditModule, OidcModule, RoleBindingsModule, TokenStatesModule],
  controllers: [AuthController],
  providers: [
    TokensWitness,
    AuthService,
    Authenticator,
    OwnIssuer,
    {
      provide: ISSUERS,
      useFactory: (own: OwnIssuer, { all }: OidcIssuers) => [own, ...all],
      inject: [OwnIssuer, OidcIssuers],
    },
  ],
  exports: [AuthService, Authenticator, TokenStatesModule],
})
export class AuthModule {}
