/**
 * The namespace of an issuer that nobody gave a name: its host and path. A colon in it would end it too soon, and one without
 * any sign of its own could be a name that is configured.
 */
export function namespaceOfUrl(issuer: string): string {
  const { host, pathname } = new URL(issuer);
  const place = `${host}${pathname.replace(/\/$/, '')}`.replaceAll(':', '_');
  return /[._/]/.test(place) ? place : `${place}/`;
}
