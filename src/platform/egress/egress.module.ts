import { Module } from '@nestjs/common';
import { NameResolver } from './name-resolver.service.js';
import { Outbound } from './outbound.service.js';

@Module({ providers: [NameResolver, Outbound], exports: [Outbound] })
export class EgressModule {}
