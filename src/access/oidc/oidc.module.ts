import { Module } from '@nestjs/common';
import { OidcIssuers } from './oidc-issuers.service.js';

@Module({ providers: [OidcIssuers], exports: [OidcIssuers] })
export class OidcModule {}
