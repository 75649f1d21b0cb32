import { Injectable } from '@nestjs/common';
import { type Identity } from '../../platform/access/caller.js';
import { isRole } from '../../platform/access/permission.js';
import { withGrants } from '../../platform/access/rights.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { SharedQuestion } from '../../platform/database/shared-question.js';
import { TokenStates } from '../tokens/token-states.service.js';
import { STANDING_RIGHTS } from './role-bindings.queries.js';
import { grantsOf, type StandingRight } from './standing-grants.js';

/** A caller with all that it may do, and the revision of which that is true. */
interface Resolved {
  revision: string | undefined;
  caller: Identity;
}

/**
 * What callers may do now. Each request asks the database for the revision of all rights alone; what a holder may do is read and
 * put together again when that is another one, so that a change of a binding or a role holds on every replica for the next request.
 */
@Injectable()
export class StandingRights {
  private readonly rights: SharedQuestion<Identity, StandingRight[]>;

  /** By the holder, who is one object for as long as its token is remembered, and is forgotten with it. */
  private readonly resolved = new WeakMap<Identity, Resolved>();

  constructor(
    reads: PreparedReads,
    private readonly tokens: TokenStates,
  ) {
    this.rights = new SharedQuestion((callers) =>
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
    const known = this.resolved.get(holder);
    if (known === undefined) return this.resolve(holder);
    const revision = await this.tokens.revisionOfRights();
    return revision !== undefined && revision === known.revision ? known.caller : this.resolve(holder);
  }

  /** Rights and their revision are of one statement, and so of one moment. */
  private async resolve(holder: Identity): Promise<Identity> {
    const standing = await this.rights.ask(holder);
    const caller = withGrants(holder, grantsOf(holder, standing));
    const revision = standing.find(({ kind }) => kind === 'revision') as { id: string } | undefined;
    this.resolved.set(holder, { revision: revision?.id, caller });
    return caller;
  }
}
