import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_SESSIONS } from './session.entity.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { OidcModule } from '../oidc/oidc.module.js';
import { AuthModule } from '../tokens/auth.module.js';
import { RoleBindingsModule } from '../role-bindings/role-bindings.module.js';
import { BrowsersOnTheirWay } from './browsers-on-their-way.service.js';
import { EndedSessions } from './ended-sessions.service.js';
import { ProvidedSessions } from './provided-sessions.service.js';
import { ProviderSignInsController } from './provider-sign-ins.controller.js';
import { ProviderSignIns } from './provider-sign-ins.service.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInProofs } from './sign-in-proofs.service.js';
import { SignInLinks } from './sign-in-links.service.js';

@Module({
  imports: [AuditModule, AuthModule, JobsModule, OidcModule, RoleBindingsModule],
  controllers: [ProviderSignInsController, SessionsController],
  providers: [
    BrowsersOnTheirWay,
    EndedSessions,
    ProvidedSessions,
    ProviderSignIns,
    SessionAuthenticator,
    SessionsService,
    SignInLinks,
    SignInProofs,
  ],
  exports: [SessionAuthenticator, SignInLinks],
})
export class SessionsModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_SESSIONS);
  }
}
