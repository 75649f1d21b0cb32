import { StagegateError } from './problems.js';

const SCHEME = /^https?:\/\/[^/]/i;
/** What every operation's path begins with; who copies an address out of a request has it at the end. */
const BASE_PATH = /\/api\/v1\/*$/;

/** The address of a service as requests begin with it; on a page of a browser it may be a path of the page's own origin. */
export function addressOf(given: string): string {
  const address = given.trim().replace(/\/+$/, '').replace(BASE_PATH, '').replace(/\/+$/, '');
  const isPath = 'location' in globalThis && /^(\/(?!\/)|$)/.test(address);
  if (!isPath && !(SCHEME.test(address) && URL.canParse(address)))
    throw new StagegateError(`'${given}' is no address of a service: it begins with https:// or http://.`);
  return address;
}
