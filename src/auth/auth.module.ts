import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { Config } from '../config.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.service.js';
import { loadSigningKey, SIGNING_KEY } from './signing-key.js';
import { TokenStates } from './token-states.service.js';

@Module({
  imports: [AuditModule],
  controllers: [AuthController],
  providers: [
    { provide: SIGNING_KEY, inject: [Config], useFactory: loadSigningKey },
    AuthService,
    Authenticator,
    TokenStates,
  ],
  exports: [AuthService, Authenticator, SIGNING_KEY],
})
export class AuthModule {}
