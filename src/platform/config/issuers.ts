import { z } from 'zod';
import { isApprovalRole, isRole, type Role, ROLES } from '../access/permission.js';
import { type SettingsReader } from './settings-reader.js';

/** The algorithms of signatures that issuers may use, each with a public key; none of shared secrets is among them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;
export type IssuerAlgorithm = (typeof ALGORITHMS)[number];

/** What Stagegate is to a provider that signs people in. */
export interface ProviderClient {
  readonly id: string;
  /** Null for a public client, which PKCE alone protects. */
  readonly secret: string | null;
  /** What the button of the sign-in page says. */
  readonly label: string;
  /** Separated by blanks, `openid` among them. */
  readonly scope: string;
}

/** An issuer of tokens that is believed, and what of its tokens. */
export interface IssuerSettings {
  /** Stands before its subjects. */
  readonly name: string;
  /** The claim `iss` of its tokens, to the letter. */
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Null for what discovery says. */
  readonly jwksUrl: string | null;
  readonly algorithms: readonly IssuerAlgorithm[];
  readonly clockSkewSeconds: number;
  /** Names of claims; a dot leads into an object. */
  readonly claims: {
    readonly subject: string;
    readonly name: string;
    readonly groups: string;
    /** Null where no claim gives roles. */
    readonly roles: string | null;
  };
  readonly groupRoles: Readonly<Record<string, readonly Role[]>>;
  readonly groupApprovalRoles: Readonly<Record<string, readonly string[]>>;
  /** Stands before the names of its groups; empty for the first issuer that says who people are. */
  readonly groupPrefix: string;
  /** Beginnings of the names of other issuers' groups, which no group of its own may have. */
  readonly foreignPrefixes: readonly string[];
  /** Whether its tokens count only as what trust rules exchange, as those of CI systems that anybody may use. */
  readonly isExchangeOnly: boolean;
  /** Null where nobody signs in by it. */
  readonly client: ProviderClient | null;
}

const SHORT_FORM_NAME = 'oidc';
const RESERVED_NAMES = ['stagegate', 'http', 'https'];
const DEFAULT_ALGORITHMS: readonly IssuerAlgorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const DEFAULT_CLAIMS = { subject: 'sub', name: 'name', groups: 'groups', roles: null } as const;
const DEFAULT_SKEW_SECONDS = 30;

const text = z.string().min(1).max(1_000);
const claimName = z.string().min(1).max(200);
const url = text.refine(isSafeUrl, 'must be an https URL, or an http one of this machine');
const issuerSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a lower-case letter and up to 30 of letters, digits and -')
    .refine((name) => !RESERVED_NAMES.includes(name), 'is a name that nobody may have'),
  issuer: url,
  audience: z.union([text, z.array(text).min(1).max(20)]),
  jwksUrl: url.optional(),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).optional(),
  clockSkewSeconds: z.int().min(0).max(300).optional(),
  claims: z
    .strictObject({
      subject: claimName.optional(),
      name: claimName.optional(),
      groups: claimName.optional(),
      roles: claimName.optional(),
    })
    .optional(),
  groupRoles: z
    .record(text, z.array(z.string().refine(isRole, `must be one of ${ROLES.join(', ')}`)).min(1))
    .optional(),
  groupApprovalRoles: z
    .record(text, z.array(z.string().refine(isApprovalRole, 'must be an approval role')).min(1))
    .optional(),
  exchangeOnly: z.boolean().optional(),
  client: z
    .strictObject({
      id: text,
      secret: text.optional(),
      secretFile: text.optional(),
      label: z.string().min(1).max(60).optional(),
      scope: text.refine((scope) => scope.split(' ').includes('openid'), 'must hold openid').optional(),
    })
    .optional(),
});
type WrittenIssuer = z.infer<typeof issuerSchema>;

/** The issuers of `OIDC_ISSUERS` and the one of the three short variables. */
export function readIssuers(read: SettingsReader): readonly IssuerSettings[] {
  const written = [...readShortForm(read), ...readList(read)];
  const first = written.find(({ exchangeOnly }) => exchangeOnly !== true);
  const issuers = written.map((issuer) => ({
    ...complete(issuer, read),
    groupPrefix: issuer === first ? '' : prefixOf(issuer),
    foreignPrefixes: written.filter((other) => other !== issuer).map(prefixOf),
  }));
  for (const member of ['name', 'issuer'] as const) {
    const values = issuers.map((issuer) => issuer[member]);
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice !== undefined)
      read.fault(`OIDC_ISSUERS: ${twice} is the ${member} of two issuers; OIDC_ISSUER is one, too.`);
  }
  return Object.freeze(issuers);
}

function readShortForm(read: SettingsReader): WrittenIssuer[] {
  const [issuer, audience, jwksUrl] = [
    read.text('OIDC_ISSUER'),
    read.text('OIDC_AUDIENCE'),
    read.text('OIDC_JWKS_URL'),
  ];
  if (issuer === null && audience === null && jwksUrl === null) return [];
  if (issuer === null || audience === null) {
    read.fault('OIDC_ISSUER and OIDC_AUDIENCE belong together: an issuer is believed for one audience.');
    return [];
  }
  for (const [name, value] of [['OIDC_ISSUER', issuer] as const, ['OIDC_JWKS_URL', jwksUrl] as const])
    if (value !== null && !isSafeUrl(value))
      read.fault(`${name} must be an https URL, or an http one of this machine, not "${value}".`);
  const audiences = audience.split(',').map((each) => each.trim());
  return [{ name: SHORT_FORM_NAME, issuer, audience: audiences, ...(jwksUrl !== null && { jwksUrl }) }];
}

/** JSON, or the path of a file with it. */
function readList(read: SettingsReader): WrittenIssuer[] {
  const value = read.text('OIDC_ISSUERS');
  if (value === null) return [];
  const json = /^[[{]/.test(value) ? value : read.file('OIDC_ISSUERS', value);
  if (json === null) return [];
  const parsed = z.array(issuerSchema).safeParse(parseJson(json));
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    read.fault(`OIDC_ISSUERS${path.map((step) => `/${String(step)}`).join('')}: ${message}.`);
  return [];
}

/** Undefined for what is no JSON, which no schema takes. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** What stands before the subjects of an issuer and, of all but the first, before its groups. */
function prefixOf({ name }: WrittenIssuer): string {
  return `${name}:`;
}

function complete(
  written: WrittenIssuer,
  read: SettingsReader,
): Omit<IssuerSettings, 'groupPrefix' | 'foreignPrefixes'> {
  const { name, issuer, jwksUrl = null, groupRoles = {}, groupApprovalRoles = {} } = written;
  return Object.freeze({
    name,
    issuer,
    audiences: [written.audience].flat(),
    jwksUrl,
    algorithms: written.algorithms ?? DEFAULT_ALGORITHMS,
    clockSkewSeconds: written.clockSkewSeconds ?? DEFAULT_SKEW_SECONDS,
    claims: { ...DEFAULT_CLAIMS, ...written.claims },
    groupRoles,
    groupApprovalRoles,
    isExchangeOnly: written.exchangeOnly ?? false,
    client: written.client ? completeClient(name, written.client, read) : null,
  });
}

function completeClient(
  name: string,
  { id, secret, secretFile, label = name, scope = 'openid profile' }: NonNullable<WrittenIssuer['client']>,
  read: SettingsReader,
): ProviderClient {
  if (secret !== undefined && secretFile !== undefined)
    read.fault(`OIDC_ISSUERS: the client of ${name} has a secret and a secretFile; give one.`);
  const kept = secretFile === undefined ? (secret ?? null) : read.file('OIDC_ISSUERS', secretFile);
  return Object.freeze({ id, secret: kept, label, scope });
}

/** Keys and codes travel by these, so nobody on the way may change them. */
export function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, hash } = new URL(value);
  if (username !== '' || password !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isHostOfThisMachine(hostname));
}

/** Whether a URL leads to this machine by the name or an address that it has for itself. */
export function isOfThisMachine(value: string): boolean {
  return isHostOfThisMachine(new URL(value).hostname);
}

function isHostOfThisMachine(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
