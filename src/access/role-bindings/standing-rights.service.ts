import { Injectable } from '@nestjs/common';
import { type Identity } from '../../platform/access/caller.js';
import { isRole } from '../../platform/access/permission.js';
import { withGrants } from '../../platform/access/rights.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { SharedQuestion } from '../../platform/database/shared-question.js';
import { STANDING_RIGHTS } from './role-bindings.queries.js';
import { grantsOf, type StandingRight } from './standing-grants.js';

/**
 * What callers may do now, asked of the database at each request and kept nowhere, so that a change of a binding or a role holds
 * on every replica for the next request.
 */
@Injectable()
export class StandingRights {
  private readonly question: SharedQuestion<Identity, StandingRight[]>;

  /** Callers of whom nothing but what their tokens say, so that it need not be put together again for each request. */
  private readonly plain = new WeakMap<Identity, Identity>();

  constructor(reads: PreparedReads) {
    this.question = new SharedQuestion((callers) =>
      reads.query<StandingRight>(STANDING_RIGHTS, [
        callers.map(({ subject }) => subject),
        callers.flatMap(({ groups }) => groups),
        callers.flatMap(({ roles }) => roles.filter((role) => !isRole(role))),
        callers.flatMap(({ scope }) => scope?.modelIds ?? []),
      ]),
    );
  }

  /** Whoever the roles, the groups and the scope of a token describe, with all that it may do now. */
  async of(holder: Identity): Promise<Identity> {
    const standing = await this.question.ask(holder);
    return standing.length === 0 ? this.plainOf(holder) : withGrants(holder, grantsOf(holder, standing));
  }

  private plainOf(holder: Identity): Identity {
    const known = this.plain.get(holder) ?? withGrants(holder, grantsOf(holder, []));
    this.plain.set(holder, known);
    return known;
  }
}
