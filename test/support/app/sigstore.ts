import { createHash, generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { initializeCA, initializeTLog } from '@sigstore/mock';
import { BUNDLE_TYPE } from '../../../src/registry/signatures/sigstore-bundle.js';
import { IN_TOTO, preAuthEncoding, STATEMENT_V1 } from '../../../src/values/dsse.js';

const REKOR = 'https://rekor.example';
const ISSUER_EXTENSION = '1.3.6.1.4.1.57264.1.8';
const HOUR_MS = 3_600_000;

/** Bundles are taken apart and put together again by tests. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of the protocol
export type Bundle = any;

/** Who signs what, and when the log takes it in. */
export interface Signing {
  digest: string;
  subject?: string;
  issuer?: string;
  /** How long after the certificate was made. */
  loggedLaterMs?: number;
  /** Whether it is another log that takes in the certificate. */
  isUnknownCertificate?: boolean;
}

/** A Sigstore of its own: an authority of certificates, a log of these, and one of signatures. */
export class TestSigstore {
  private constructor(
    private readonly authority: Awaited<ReturnType<typeof initializeCA>>,
    private readonly certificates: CertificateLog,
    private readonly logKeys: KeyPairKeyObjectResult,
  ) {}

  static async make(): Promise<TestSigstore> {
    const certificates = new CertificateLog(keyPair());
    return new TestSigstore(await initializeCA(keyPair(), certificates), certificates, keyPair());
  }

  /** The same one under another authority, whose certificates nobody was told of. */
  async underOtherRoot(): Promise<TestSigstore> {
    return new TestSigstore(await initializeCA(keyPair(), this.certificates), this.certificates, this.logKeys);
  }

  /** The same one with a log of its own. */
  withOtherLog(): TestSigstore {
    return new TestSigstore(this.authority, this.certificates, keyPair());
  }

  /** What `trusted_root.json` says of it. */
  get trustedRoot(): object {
    const log = (baseUrl: string, key: Buffer) => ({
      baseUrl,
      hashAlgorithm: 'SHA2_256',
      publicKey: { rawBytes: base64(key), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: ALWAYS },
      logId: { keyId: base64(sha256(key)) },
    });
    return {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [log(REKOR, derOf(this.logKeys.publicKey))],
      certificateAuthorities: [
        {
          subject: { organization: 'example', commonName: 'fulcio' },
          uri: 'https://fulcio.example',
          certChain: { certificates: [{ rawBytes: base64(this.authority.rootCertificate) }] },
          validFor: ALWAYS,
        },
      ],
      ctlogs: [log('https://ct.example', this.certificates.publicKey)],
      timestampAuthorities: [],
    };
  }

  /** A statement about an artifact, signed by a key of the moment that a certificate gives to somebody. */
  async sign({ digest, subject = SUBJECT, issuer = ISSUER, ...how }: Signing): Promise<Bundle> {
    const { publicKey, privateKey } = keyPair();
    this.certificates.isAnother = how.isUnknownCertificate === true;
    const certificate = await this.authority.issueCertificate({
      publicKey: derOf(publicKey),
      subjectAltName: subject,
      extensions: [{ oid: ISSUER_EXTENSION, value: issuer }],
    });
    const payload = Buffer.from(JSON.stringify({ _type: STATEMENT_V1, subject: [{ digest: { sha256: digest } }] }));
    const sig = sign('sha256', preAuthEncoding(IN_TOTO, payload), privateKey);
    return {
      mediaType: BUNDLE_TYPE,
      verificationMaterial: {
        certificate: { rawBytes: base64(certificate) },
        tlogEntries: [await this.log({ payload, sig, certificate }, new Date(Date.now() + (how.loggedLaterMs ?? 0)))],
      },
      dsseEnvelope: { payloadType: IN_TOTO, payload: base64(payload), signatures: [{ sig: base64(sig), keyid: '' }] },
    };
  }

  private async log(signed: { payload: Buffer; sig: Buffer; certificate: Buffer }, at: Date): Promise<object> {
    const { payload, sig, certificate } = signed;
    const pem = `-----BEGIN CERTIFICATE-----\n${base64(certificate)}\n-----END CERTIFICATE-----\n`;
    const spec = {
      payloadHash: { algorithm: 'sha256', value: sha256(payload).toString('hex') },
      signatures: [{ signature: base64(sig), verifier: base64(Buffer.from(pem)) }],
    };
    const log = await initializeTLog(REKOR, this.logKeys, at);
    const [entry]: Bundle[] = Object.values(await log.log({ apiVersion: '0.0.1', kind: 'dsse', spec }));
    const { inclusionProof, signedEntryTimestamp } = entry.verification;
    return {
      logIndex: String(entry.logIndex),
      logId: { keyId: Buffer.from(entry.logID, 'hex').toString('base64') },
      kindVersion: { kind: 'dsse', version: '0.0.1' },
      integratedTime: String(entry.integratedTime),
      inclusionPromise: { signedEntryTimestamp },
      inclusionProof: {
        logIndex: String(inclusionProof.logIndex),
        rootHash: Buffer.from(inclusionProof.rootHash, 'hex').toString('base64'),
        treeSize: String(inclusionProof.treeSize),
        hashes: [],
        checkpoint: { envelope: inclusionProof.checkpoint },
      },
      canonicalizedBody: entry.body,
    };
  }
}

/** A log of certificates, as the authority asks it (RFC 6962 §3.2); the one of the package does not go with the newest pkijs. */
class CertificateLog {
  readonly publicKey: Buffer;
  readonly logID: Buffer;
  /** Whether it signs by a key that is not its own. */
  isAnother = false;

  constructor(private readonly keys: KeyPairKeyObjectResult) {
    this.publicKey = derOf(keys.publicKey);
    this.logID = sha256(this.publicKey);
  }

  /** The timestamp that it signs of a certificate, with its length before it. */
  log(certificate: ArrayBuffer, issuerId: ArrayBuffer): Promise<ArrayBuffer> {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(Date.now()));
    const tbs = firstWithin(Buffer.from(certificate));
    const none = Buffer.alloc(2);
    const head = Buffer.from([0, 0, ...time, 0, 1]);
    const signed = Buffer.concat([head, Buffer.from(issuerId), uint(tbs.length, 3), tbs, none]);
    const sig = sign('sha256', signed, (this.isAnother ? keyPair() : this.keys).privateKey);
    const sct = Buffer.concat([Buffer.of(0), this.logID, time, none, Buffer.of(4, 3), uint(sig.length, 2), sig]);
    return Promise.resolve(new Uint8Array(Buffer.concat([uint(sct.length, 2), sct])).buffer);
  }
}

/** The first value within a DER sequence. */
function firstWithin(der: Buffer): Buffer {
  const headerOf = (bytes: Buffer): { header: number; length: number } => {
    const more = bytes[1]! < 128 ? 0 : bytes[1]! - 128;
    return { header: 2 + more, length: more === 0 ? bytes[1]! : bytes.readUIntBE(2, more) };
  };
  const inner = der.subarray(headerOf(der).header);
  const { header, length } = headerOf(inner);
  return inner.subarray(0, header + length);
}

function uint(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

export const SUBJECT = 'https://github.com/acme/models/.github/workflows/release.yml@refs/heads/main';
export const ISSUER = 'https://token.actions.githubusercontent.com';
/** After the certificates of this Sigstore, which live for ten minutes, are over. */
export const TOO_LATE_MS = HOUR_MS;
const ALWAYS = { start: '2020-01-01T00:00:00Z' };

const keyPair = (): KeyPairKeyObjectResult => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const derOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
const base64 = (bytes: Buffer): string => bytes.toString('base64');
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
