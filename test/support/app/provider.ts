import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { type Adapter, type AdapterPayload, type KoaContextWithOIDC, Provider } from 'oidc-provider';

export const CLIENT = { id: 'stagegate', secret: 'the secret of the client' };

const LASTING = ['AccessToken', 'Grant', 'IdToken', 'Interaction', 'Session'] as const;
/** Longer than any test goes on. */
const LIFETIME_SECONDS = 3_600;

/** What the provider keeps of one kind while it serves. */
class Kept implements Adapter {
  private readonly entries = new Map<string, AdapterPayload>();

  async upsert(id: string, entry: AdapterPayload): Promise<void> {
    this.entries.set(id, entry);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.entries.get(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.entries.values()].find((entry) => entry.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {
    // No device signs in here.
  }

  async consume(id: string): Promise<void> {
    this.entries.get(id)!.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, entry] of this.entries) if (entry.grantId === grantId) this.entries.delete(id);
  }
}

/** A person as the provider knows them. */
interface Person {
  name: string;
  groups: string[];
}

/** The form of the provider's page has no button of its own. */
const CONFIRM = '<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>';

/** A whole provider of OpenID Connect on a port of its own; whoever is `account` is signed in without being asked. */
export class TestProvider {
  account = 'anna';
  people: Record<string, Person> = {};
  /** Answers nothing but 503, as what stands before a provider does while that is down. */
  isAway = false;
  private provider!: Provider;
  private server!: Server;

  private constructor(private readonly host: string) {}

  /** Listens; it answers once it knows by `serve` whom. Under `localhost` it is another site than a service at 127.0.0.1. */
  static async listen(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<TestProvider> {
    const own = new TestProvider(host);
    own.server = createServer((request, response) => void own.answer(request, response));
    await new Promise<void>((resolve) => own.server.listen(0, '127.0.0.1', resolve));
    return own;
  }

  get url(): string {
    return `http://${this.host}:${(this.server.address() as AddressInfo).port}`;
  }

  /** Serves the client at this address, and of this issuer, with a key of its own; again, with another key. */
  async serve(client: string, issuer: string): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: `key-${Math.random()}` };
    this.provider = new Provider(this.url, {
      adapter: () => new Kept(),
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
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: {
          logoutSource: (context, form) => void (context.body = `${form}${CONFIRM}`),
          postLogoutSuccessSource: (context) => void (context.body = 'You are signed out.'),
        },
      },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, ...this.people[id] }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      jwks: { keys: [key] },
      pkce: { required: () => true },
      renderError: (context: KoaContextWithOIDC, { error, error_description: description }) =>
        void (context.body = `${error}: ${description}`),
      scopes: ['openid', 'profile', 'groups'],
      ttl: Object.fromEntries(LASTING.map((kind) => [kind, LIFETIME_SECONDS])),
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isAway) return void response.writeHead(503).end();
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
