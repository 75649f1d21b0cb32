import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { OidcIssuer } from './oidc-issuer.service.js';

/** The issuers that are configured, none of which is asked anything before the first token of it comes. */
@Injectable()
export class OidcIssuers {
  readonly all: readonly OidcIssuer[];

  constructor(config: Config, clock: Clock, @Inject(LOG) log: Log) {
    this.all = config.issuers.map((settings) => new OidcIssuer(settings, clock, log));
  }

  /** The issuer of a name; undefined when none has it. */
  named(name: string): OidcIssuer | undefined {
    return this.all.find(({ namespace }) => namespace === name);
  }
}
