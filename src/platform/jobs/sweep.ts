/** Bounds of a periodic job: one at once, which another replica repeats when its process fell silent. */
export const SWEEP_LIMITS = { concurrency: 1, queued: 1, attempts: 3, backoffSeconds: 5, leaseSeconds: 60 };
