const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
/** A proxy on this machine passes on for somebody elsewhere, and says so in one of these. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/** Whether a request comes from this very machine, and not through a proxy on it. */
export function isFromThisMachine(peer: string | undefined, headers: Readonly<Record<string, unknown>>): boolean {
  return peer !== undefined && LOOPBACK.test(peer) && FORWARDING.every((name) => headers[name] === undefined);
}
