const BASE = '/api/v1/sessions/oidc';

/** Where a browser goes to sign in by a provider, of the issuer with this name. */
export function providerStartPath(issuer: string): string {
  return `${BASE}/${issuer}/start`;
}

/** Where the provider sends it back to. */
export function providerCallbackPath(issuer: string): string {
  return `${BASE}/${issuer}/callback`;
}

/** Where it goes to sign out at the provider. */
export function providerSignOutPath(issuer: string): string {
  return `${BASE}/${encodeURIComponent(issuer)}/sign-out`;
}
