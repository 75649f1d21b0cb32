import { Module } from '@nestjs/common';
import { EgressModule } from '../../platform/egress/egress.module.js';
import { ForeignIssuers } from './foreign-issuers.service.js';
import { OidcIssuers } from './oidc-issuers.service.js';
import { ProviderClients } from './provider-clients.service.js';

@Module({
  imports: [EgressModule],
  providers: [OidcIssuers, ForeignIssuers, ProviderClients],
  exports: [OidcIssuers, ForeignIssuers, ProviderClients],
})
export class OidcModule {}
