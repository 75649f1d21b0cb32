import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { AuthModule } from '../tokens/auth.module.js';
import { RoleBindingsModule } from '../role-bindings/role-bindings.module.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInProofs } from './sign-in-proofs.service.js';
import { SignInLinks } from './sign-in-links.service.js';

@Module({
  imports: [AuditModule, AuthModule, RoleBindingsModule],
  controllers: [SessionsController],
  providers: [SessionAuthenticator, SessionsService, SignInLinks, SignInProofs],
  exports: [SessionAuthenticator, SignInLinks],
})
export class SessionsModule {}
