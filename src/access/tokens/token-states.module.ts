import { Module } from '@nestjs/common';
import { TokenStates } from './token-states.service.js';

@Module({ providers: [TokenStates], exports: [TokenStates] })
export class TokenStatesModule {}
