import { Module } from '@nestjs/common';
import { OidcIssuers } from './oidc-issuers.service.js';
import { ProviderClients } from './provider-clients.service.js';

@Module({ providers: [OidcIssuers, ProviderClients], exports: [OidcIssuers, ProviderClients] })
export class OidcModule {}
