import { Authenticator } from '../../../src/access/tokens/authenticator.service.js';
import { type Caller } from '../../../src/platform/access/caller.js';
import { Clock } from '../../../src/platform/clock.js';
import { type TestApp } from './app.js';

/** What else is known of some subjects, as an identity provider would tell it: their groups, or that they are machines. */
export type KnownCallers = Record<string, Partial<Pick<Caller, 'groups' | 'isService'>>>;

/** Has the service know more of its callers than their tokens say. */
export function tellOfCallers(app: TestApp, known: KnownCallers): void {
  const authenticator = app.nest.get(Authenticator, { strict: false });
  const plain = authenticator.authenticate.bind(authenticator);
  authenticator.authenticate = async (...given) => {
    const caller = await plain(...given);
    return { ...caller, ...known[caller.subject] };
  };
}

/** A clock that stands where a test puts it, or goes on by itself. */
export class SetClock {
  private standing: Date | null = null;

  constructor(app: TestApp) {
    app.nest.get(Clock, { strict: false }).now = () => this.standing ?? new Date();
  }

  standAt(time: Date | string, plusMs = 0): void {
    this.standing = new Date(new Date(time).getTime() + plusMs);
  }

  goOn(): void {
    this.standing = null;
  }
}
