import { isIP } from 'node:net';

const SCHEMES = ['http:', 'https:'];
const LONGEST_URL = 2_000;
/** Blanks and control characters, which reading a URL drops so that another one is called than was written. */
const UNSEEN = /[\s\p{Cc}]/u;
/** Besides these, ports below 1024 belong to other protocols than HTTP. */
const WEB_PORTS = [80, 443];
const FIRST_FREE_PORT = 1_024;
/** Ports above that browsers refuse as well, since other protocols listen there (Fetch, "bad port"). */
const BAD_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);
/** Databases and caches that take what looks like HTTP for commands. */
const STORES = new Set([3306, 5432, 6379, 6380, 9200, 9300, 11_211, 27_017]);

/** What of a URL decides where a request goes. */
export interface Target {
  url: URL;
  /** Without the brackets of an IPv6 address. */
  host: string;
  isAddress: boolean;
  port: number;
  /** Whether a web service of the public internet may be expected at the port. */
  isWebPort: boolean;
}

/** Reads a URL that may be called; a sentence says what is wrong with another one. */
export function readTarget(text: string): Target | string {
  if (text.length > LONGEST_URL || UNSEEN.test(text) || !URL.canParse(text)) return 'it is no URL';
  const url = new URL(text);
  if (!SCHEMES.includes(url.protocol)) return 'its scheme must be http or https';
  if (url.username !== '' || url.password !== '' || /^[a-z]+:[\\/]*[^\\/?#]*@/i.test(text)) {
    return 'it must hold no user and no password';
  }
  if (url.hash !== '') return 'it must hold no fragment';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (port === 0) return 'it must not name port 0';
  return { url, host, isAddress: isIP(host) !== 0, port, isWebPort: isWebPort(port) };
}

function isWebPort(port: number): boolean {
  if (port < FIRST_FREE_PORT) return WEB_PORTS.includes(port);
  return !BAD_PORTS.has(port) && !STORES.has(port);
}
