import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Config } from '../../platform/config.js';
import { Problem } from '../../platform/http/problem.js';
import { type OidcIssuer } from '../oidc/oidc-issuer.service.js';
import { OidcIssuers } from '../oidc/oidc-issuers.service.js';
import { ProviderClients } from '../oidc/provider-clients.service.js';
import { BrowsersOnTheirWay } from './browsers-on-their-way.service.js';
import { ProvidedSessions } from './provided-sessions.service.js';
import { providerCallbackPath } from './provider-paths.js';
import { providerNotFound, signInRefused } from './sessions.problems.js';

const HOME = '/console/';
const SIGN_IN_PAGE = '/console/sign-in';

/** What stands behind the address of the sign-in page when a browser was signed out here, and not at its provider. */
const SIGNED_OUT_HERE = 'SIGNED_OUT_HERE_ALONE';

/** Where a browser goes next, and the cookies it takes along. */
export interface Onward {
  url: string;
  cookies: string[];
}

/** Signs people in by the provider of the organisation: there, back with a code, and in. */
@Injectable()
export class ProviderSignIns {
  constructor(
    private readonly issuers: OidcIssuers,
    private readonly clients: ProviderClients,
    private readonly onTheirWay: BrowsersOnTheirWay,
    private readonly sessions: ProvidedSessions,
    private readonly config: Config,
  ) {}

  /** Sends a browser to the provider; only the browser itself comes back with what it is given here. */
  start(name: string, next: string | undefined, request: FastifyRequest): Promise<Onward> {
    return orToldWhy(request, async () => {
      const issuer = this.issuerNamed(name);
      const { secrets, cookie, note } = this.onTheirWay.depart(request);
      const url = await this.clients.startUrl(issuer, secrets, this.callbackUrl(issuer, request));
      await note(name, safePath(next));
      return { url, cookies: [cookie] };
    });
  }

  /** Signs in whom the provider sent back. */
  async finish(name: string, request: FastifyRequest): Promise<Onward> {
    const onward = await orToldWhy(request, () => this.signIn(name, request));
    return { ...onward, cookies: [...onward.cookies, this.onTheirWay.forget(request)] };
  }

  /** Sends a browser whose session ended to where the provider ends its own. */
  signOut(name: string, request: FastifyRequest): Promise<Onward> {
    const cookies = [this.sessions.forgetIdToken(name, request)];
    const leave = async (): Promise<Onward> => {
      const backTo = new URL(SIGN_IN_PAGE, this.originOf(request)).href;
      const idToken = this.sessions.idTokenOf(request);
      return { url: (await this.clients.signOutUrl(this.issuerNamed(name), backTo, idToken)) ?? SIGN_IN_PAGE, cookies };
    };
    return orToldWhy(request, leave, { code: SIGNED_OUT_HERE, cookies });
  }

  private async signIn(name: string, request: FastifyRequest): Promise<Onward> {
    const issuer = this.issuerNamed(name);
    const callback = new URL(this.callbackUrl(issuer, request));
    callback.search = new URL(request.url, callback).search;
    const state = callback.searchParams.get('state') ?? '';
    const { secrets, nextPath } = await this.onTheirWay.comeBack(request, state, name);
    const redeemed = await this.clients.redeem(issuer, callback, secrets);
    if (redeemed === null) throw signInRefused(`${issuer.settings.client!.label} signed nobody in. Begin again.`);
    return { url: nextPath, cookies: await this.sessions.begin(issuer, redeemed, request) };
  }

  private issuerNamed(name: string): OidcIssuer {
    const issuer = this.issuers.named(name);
    if (!issuer?.settings.client) throw providerNotFound(name);
    return issuer;
  }

  private callbackUrl({ namespace }: OidcIssuer, request: FastifyRequest): string {
    return new URL(providerCallbackPath(namespace), this.originOf(request)).href;
  }

  /** The guard let only names of this service through. */
  private originOf({ headers }: FastifyRequest): string {
    return this.config.publicOrigin ?? `http://${headers.host}`;
  }
}

/** People are told on the page for it why they cannot go on, programs as they always are. */
async function orToldWhy(
  request: FastifyRequest,
  go: () => Promise<Onward>,
  told: { code?: string; cookies?: string[] } = {},
): Promise<Onward> {
  try {
    return await go();
  } catch (error) {
    if (!(error instanceof Problem) || !request.headers.accept?.includes('text/html')) throw error;
    return { url: `${SIGN_IN_PAGE}#failed=${told.code ?? error.code}`, cookies: told.cookies ?? [] };
  }
}

/** Only a page of the console: with any other address a link could have people sign in here and end up elsewhere. */
function safePath(next: string | undefined): string {
  return next?.startsWith(HOME) && !/[\\\p{C}]/u.test(next) && next.length <= 2_000 ? next : HOME;
}
