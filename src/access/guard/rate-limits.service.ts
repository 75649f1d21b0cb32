import { type FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { tooManyRequests } from '../tokens/auth.problems.js';
import { type Budget, BUDGETS } from '../tokens/budget.js';
import { type RateLimitSettings } from '../../platform/config/rate-limits.js';

const WINDOW_SECONDS = 60;

/** Counts requests per principal, and failed authentications per address, in windows of a minute and in this process alone. */
export class RateLimits {
  private readonly limiters: ReadonlyMap<Budget, RateLimiterMemory>;

  constructor(settings: RateLimitSettings) {
    const limited = BUDGETS.filter((budget) => settings[budget] > 0);
    this.limiters = new Map(
      limited.map((budget) => [
        budget,
        new RateLimiterMemory({ points: settings[budget], duration: WINDOW_SECONDS, keyPrefix: budget }),
      ]),
    );
  }

  /**
   * Takes one request from a budget and says in the headers what is left of it, as draft-ietf-httpapi-ratelimit-headers-10 does.
   * @throws {Problem} 429 RATE_LIMITED when nothing was left.
   */
  async spend(budget: Budget, who: string, reply: FastifyReply): Promise<void> {
    const limiter = this.limiters.get(budget);
    if (limiter === undefined) return;
    const spent = await limiter.penalty(who);
    const seconds = Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
    void reply
      .header('RateLimit-Policy', `"${budget}";q=${limiter.points};w=${WINDOW_SECONDS}`)
      .header('RateLimit', `"${budget}";r=${leftOf(limiter, spent)};t=${seconds}`);
    if (spent.consumedPoints > limiter.points) throw tooManyRequests(budget, limiter.points, seconds);
  }
}

function leftOf({ points }: RateLimiterMemory, { consumedPoints }: RateLimiterRes): number {
  return Math.max(0, points - consumedPoints);
}
