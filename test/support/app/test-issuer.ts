import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

interface SigningPair {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** An issuer on a port of its own: it publishes keys by discovery, changes them, and counts how often it is asked. */
export class TestIssuer {
  keyReads = 0;
  isAway = false;
  /** What discovery says of it beside the usual. */
  discovery: Record<string, unknown> = {};
  /** What its token endpoint answers. */
  answerToken: () => unknown = () => ({});
  private readonly pairs: SigningPair[] = [];
  private server!: Server;
  private origin = '';

  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    issuer.server = createServer((request, response) => {
      if (issuer.isAway) return void response.writeHead(503).end();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(issuer.answer(request.url ?? '')));
    });
    await new Promise<void>((resolve) => issuer.server.listen(0, '127.0.0.1', resolve));
    issuer.origin = `http://127.0.0.1:${(issuer.server.address() as AddressInfo).port}`;
    await issuer.rotate();
    return issuer;
  }

  get url(): string {
    return this.origin;
  }

  /** Signs with a new key from now on; the older ones stay published. */
  async rotate(alg = 'ES256'): Promise<SigningPair> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const kid = `key-${this.pairs.length + 1}`;
    const pair = { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
    this.pairs.unshift(pair);
    return pair;
  }

  /** Takes every key back but the newest. */
  forgetOlder(): void {
    this.pairs.splice(1);
  }

  get newest(): SigningPair {
    return this.pairs[0]!;
  }

  /** A token that is valid in every point, but for the claims and the header given. */
  sign(
    claims: Record<string, unknown> = {},
    header: Record<string, unknown> = {},
    pair = this.newest,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: this.url, aud: 'stagegate', sub: 'anna', iat: now, exp: now + 300, ...claims };
    const stated = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new SignJWT(stated).setProtectedHeader({ alg: pair.alg, kid: pair.kid, ...header }).sign(pair.privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(path: string): unknown {
    if (path.endsWith('/.well-known/openid-configuration'))
      return { issuer: this.url, jwks_uri: `${this.url}/keys`, ...this.discovery };
    if (path.endsWith('/token')) return this.answerToken();
    this.keyReads += 1;
    return { keys: this.pairs.map(({ publicJwk }) => publicJwk) };
  }
}
