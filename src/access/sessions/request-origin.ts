/** Where the service knows itself to be reached. */
export interface OwnAddress {
  /** The address that people open, without a path; null when nobody configured one. */
  publicOrigin: string | null;
  /** The name or address that the service listens on. */
  listensOn: string;
}

/** What a request says of where it comes from and whom it means. */
export interface RequestOrigin {
  host: string | undefined;
  origin: string | undefined;
  /** The header Sec-Fetch-Site, which a browser sets and no script can. */
  fetchSite: string | undefined;
}

const LOOPBACK_NAME = 'localhost';
const IP_LITERAL = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/;

/**
 * Whether the header Host names this service. A page of somebody else's can have its own name lead here, but neither an
 * address nor a name that was configured.
 */
export function isKnownHost(host: string | undefined, own: OwnAddress): boolean {
  const name = hostNameOf(host);
  if (name === null) return false;
  if (name === LOOPBACK_NAME || IP_LITERAL.test(name) || name === own.listensOn.toLowerCase()) return true;
  return own.publicOrigin !== null && name === new URL(own.publicOrigin).hostname;
}

/** Whether cookies of this request are those of https, which the service itself does not speak. */
export function isSecureOrigin(host: string | undefined, { publicOrigin }: OwnAddress): boolean {
  if (publicOrigin === null) return false;
  const { protocol, hostname } = new URL(publicOrigin);
  return protocol === 'https:' && hostNameOf(host) === hostname;
}

/** Whether a change was asked for by a page of this service, and by no other. */
export function isSameOrigin(request: RequestOrigin, { publicOrigin }: OwnAddress): boolean {
  if (request.fetchSite !== undefined) return request.fetchSite === 'same-origin';
  if (request.origin === undefined) return false;
  return request.origin === publicOrigin || request.origin === `http://${request.host}`;
}

/** The host of a header, without its port and in the form that URLs have; null when it names no host. */
function hostNameOf(host: string | undefined): string | null {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}/`)) return null;
  return new URL(`http://${host}/`).hostname;
}
