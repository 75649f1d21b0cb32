import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { TokenStates } from './token-states.service.js';
import { type PreparedReads } from '../../platform/database/prepared-reads.js';
import { StandingRights } from '../role-bindings/standing-rights.service.js';
import { Authenticator } from './authenticator.service.js';
import { type Issuer } from '../oidc/issuer.js';

const inAnHour = Math.floor(Date.now() / 1000) + 3600;

/** An issuer as an identity provider would be one: a key and people of its own, nothing that this service stores. */
class Provider implements Issuer {
  isRevoked = false;
  private readonly key = createSecretKey(Buffer.from(`the secret of ${this.iss}, long enough for HS256`));

  constructor(
    readonly iss: string,
    readonly namespace: string,
  ) {}

  signs(claims: object): string {
    return jwt.sign({ iss: this.iss, exp: inAnHour, ...claims }, this.key, { algorithm: 'HS256' });
  }

  async verify(token: string) {
    try {
      const { sub = '', exp = 0 } = jwt.verify(token, this.key, { algorithms: ['HS256'] }) as jwt.JwtPayload;
      return { subject: sub, roles: ['viewer' as const], approvalRoles: [], tokenId: null, expiresAt: exp };
    } catch {
      return null;
    }
  }

  isStanding(): boolean {
    return !this.isRevoked;
  }
}

const own = new Provider('stagegate', '');
const company = new Provider('https://id.example', 'company');
/** Nobody has a role but by a token. */
const reads = { query: () => Promise.resolve([]) } as unknown as PreparedReads;
const rights = new StandingRights(reads, new TokenStates(reads));
const authenticator = new Authenticator([own, company], rights);
const whoIs = (token: string) => authenticator.authenticate(`Bearer ${token}`, 'r');

it('one name of two issuers is two people', async () => {
  expect((await whoIs(own.signs({ sub: 'anna' }))).subject).toBe('anna');
  const caller = await whoIs(company.signs({ sub: 'anna' }));
  expect(caller).toMatchObject({ subject: 'company:anna', roles: ['viewer'], tokenId: null, requestId: 'r' });
});

it.each([
  ['an issuer that is not known', () => new Provider('https://elsewhere.example', 'x').signs({ sub: 'anna' })],
  ['an issuer in the name of another', () => company.signs({ iss: own.iss, sub: 'anna' })],
  ['us for somebody whom another issuer speaks for', () => own.signs({ sub: 'company:anna' })],
  ['nobody', () => jwt.sign({ sub: 'anna' }, 'the secret of https://id.example, long enough for HS256')],
])('a token of %s is not valid', async (_, token) => {
  await expect(whoIs(token())).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

it('a token that is remembered is asked after at each request', async () => {
  const provider = new Provider('https://other.example', 'other');
  const remembering = new Authenticator([own, provider], rights);
  const token = `Bearer ${provider.signs({ sub: 'ben' })}`;
  expect((await remembering.authenticate(token, 'r')).subject).toBe('other:ben');
  provider.isRevoked = true;
  await expect(remembering.authenticate(token, 'r')).rejects.toMatchObject({ status: 401 });
});

it.each([
  ['iss', [own, new Provider('stagegate', 'other')]],
  ['namespace', [own, new Provider('https://other.example', '')]],
])('two issuers of one %s are refused at the start', (_, issuers) => {
  expect(() => new Authenticator(issuers, rights)).toThrow('an iss and a namespace of its own');
});
