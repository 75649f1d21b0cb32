import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'stagegate', secret: 'the secret of the client' };

/** A person as the provider knows them. */
interface Person {
  name: string;
  groups: string[];
}

/** A whole provider of OpenID Connect on a port of its own; whoever is `account` is signed in without being asked. */
export class TestProvider {
  account = 'anna';
  people: Record<string, Person> = {};
  private provider!: Provider;
  private server!: Server;

  /** Listens; it answers once it knows by `serve` whom. */
  static async listen(): Promise<TestProvider> {
    const own = new TestProvider();
    own.server = createServer((request, response) => void own.answer(request, response));
    await new Promise<void>((resolve) => own.server.listen(0, '127.0.0.1', resolve));
    return own;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Serves the client at this address, and of this issuer, with a key of its own; again, with another key. */
  async serve(client: string, issuer: string): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: `key-${Math.random()}` };
    this.provider = new Provider(this.url, {
      claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${client}/api/v1/sessions/oidc/${issuer}/callback`],
          post_logout_redirect_uris: [`${client}/console/sign-in`],
        },
      ],
      conformIdTokenClaims: false,
      cookies: { keys: ['a key of cookies'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, ...this.people[id] }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      jwks: { keys: [key] },
      pkce: { required: () => true },
      scopes: ['openid', 'profile', 'groups'],
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/interaction/')) return this.provider.callback()(request, response);
    const { prompt, params, session } = await this.provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      const login = { login: { accountId: this.account } };
      return this.provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
    }
    const grant = new this.provider.Grant({ accountId: session!.accountId, clientId: params['client_id'] as string });
    grant.addOIDCScope(params['scope'] as string);
    const consent = { consent: { grantId: await grant.save() } };
    await this.provider.interactionFinished(request, response, consent, { mergeWithLastSubmission: true });
  }
}

/** A browser as far as cookies and redirects go. */
export class TestBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** One answer, with its cookies kept. */
  async open(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const { origin } = new URL(url);
    const kept = this.cookies.get(origin) ?? new Map<string, string>();
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { ...(cookie && { cookie }), ...headers } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(set)) kept.delete(name!);
      else kept.set(name!, value!);
    }
    this.cookies.set(origin, kept);
    return answer;
  }

  /** Follows redirects until one leads where `stop` says; answers that address, or null with the last answer. */
  async follow(url: string, stop: (url: string) => boolean): Promise<string> {
    for (let next = url, steps = 0; steps < 15; steps += 1) {
      if (stop(next)) return next;
      const answer = await this.open(next);
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${next} answered ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error(`${url} leads round in circles.`);
  }

  cookieOf(origin: string, name: string): string | undefined {
    return this.cookies.get(origin)?.get(name);
  }

  setCookie(origin: string, name: string, value: string): void {
    const kept = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, kept.set(name, value));
  }
}
