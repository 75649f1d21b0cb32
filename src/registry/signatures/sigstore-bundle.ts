import { type BundleLatest, bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, type TrustMaterial, VerificationError, Verifier } from '@sigstore/verify';
import { type BundleFinding } from '../../judging/evidence/gate-evidence.js';
import { type DsseEnvelope } from '../../values/dsse.js';
import { isPlainObject } from '../../values/values.js';

/** The one media type of bundles that is read. */
export const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** A bundle as it was sent: a statement in a DSSE envelope, the certificate of its signer, and its entry in a log. */
export type SigstoreBundle = object;

/** A pointer into a bundle, and what is wrong there. */
export type BundleFault = [pointer: string, detail: string];

/** More entries and timestamps than this make a bundle that is made to cost. */
const MOST_ENTRIES = 10;
/** Names of logs are compared as patterns by the library, so that none may be one. */
const SIGNERS_OF_CHECKPOINT = /\u2014 (\S+) /g;
const NAME_OF_LOG = /^[\w.:/-]{1,200}$/;

/** What keeps a bundle from being one of the kind that is read; null for none. */
export function bundleFault(bundle: SigstoreBundle): BundleFault | null {
  const { mediaType, dsseEnvelope, verificationMaterial: material } = bundle as Record<string, unknown>;
  if (mediaType !== BUNDLE_TYPE) return ['/mediaType', `must be ${BUNDLE_TYPE}`];
  if (dsseEnvelope === undefined)
    return [
      '/dsseEnvelope',
      'must be there: a signature over the bytes of the artifact cannot be checked without them',
    ];
  if (!isPlainObject(material) || !isPlainObject(material['certificate']))
    return ['/verificationMaterial/certificate', 'must be there: what a key signed is sent as an envelope'];
  const read = readBundle(bundle);
  if (read === null) return ['', 'must be a bundle as Sigstore describes it'];
  const { tlogEntries, timestampVerificationData } = read.verificationMaterial;
  const stamps = timestampVerificationData?.rfc3161Timestamps ?? [];
  if (tlogEntries.length > MOST_ENTRIES || stamps.length > MOST_ENTRIES)
    return ['/verificationMaterial', `must have at most ${MOST_ENTRIES} entries of logs and timestamps`];
  const names = tlogEntries.flatMap(({ inclusionProof }) => [
    ...(inclusionProof?.checkpoint?.envelope ?? '').matchAll(SIGNERS_OF_CHECKPOINT),
  ]);
  return names.every(([, name]) => NAME_OF_LOG.test(name!))
    ? null
    : ['/verificationMaterial/tlogEntries', 'must name logs by letters, digits, ".", ":", "/", "_" and "-"'];
}

/** The envelope in a bundle that has no fault. */
export function envelopeOf(bundle: SigstoreBundle): DsseEnvelope {
  const { dsseEnvelope } = readBundle(bundle)!.content as { dsseEnvelope: ReadEnvelope };
  const { payloadType, payload, signatures } = dsseEnvelope;
  const lines = signatures.map(({ sig, keyid }) => ({ ...(keyid !== '' && { keyid }), sig: sig.toString('base64') }));
  return { payloadType, payload: payload.toString('base64'), signatures: lines };
}

interface ReadEnvelope {
  payloadType: string;
  payload: Buffer;
  signatures: { sig: Buffer; keyid: string }[];
}

/** Who signed a bundle by what it holds and whom we trust, without asking anybody; the certificate has to have been valid then. */
export function examineBundle(bundle: SigstoreBundle, trusted: TrustMaterial | null): BundleFinding {
  if (trusted === null) return noSigner('no root of Sigstore is trusted here');
  const read = bundleFault(bundle) === null ? readBundle(bundle) : null;
  if (read === null) return noSigner('the bundle cannot be read');
  if (read.verificationMaterial.tlogEntries.length === 0) return noSigner('there is no entry of a log');
  const options = { tlogThreshold: 1, timestampThreshold: 1, ctlogThreshold: trusted.ctlogs.length > 0 ? 1 : 0 };
  try {
    const { identity } = new Verifier(trusted, options).verify(toSignedEntity(read));
    const [subject, issuer] = [identity?.subjectAlternativeName, identity?.extensions?.issuer];
    if (!subject || !issuer) return noSigner('the certificate names no subject, or no issuer of its identity');
    return { signer: { subject, issuer }, fault: null };
  } catch (error) {
    return noSigner(error instanceof VerificationError ? sentenceOn(error) : 'the bundle cannot be read');
  }
}

function noSigner(fault: string): BundleFinding {
  return { signer: null, fault };
}

function readBundle(bundle: SigstoreBundle): BundleLatest | null {
  try {
    return bundleFromJSON(bundle) as BundleLatest;
  } catch {
    return null;
  }
}

const NO_ENTRY = 'no log that is trusted proves its entry';
const SENTENCES: Readonly<Record<string, string>> = {
  TIMESTAMP_ERROR: 'nobody who is trusted says when it was signed',
  TLOG_ERROR: 'there is no entry of a log',
  TLOG_BODY_ERROR: 'the entry of the log is of another signature',
  TLOG_INCLUSION_PROMISE_ERROR: NO_ENTRY,
  TLOG_INCLUSION_PROOF_ERROR: NO_ENTRY,
  TLOG_MISSING_INCLUSION_ERROR: NO_ENTRY,
  SIGNATURE_ERROR: 'the signature is not that of the certificate over this statement',
};

function sentenceOn({ code, message, cause }: VerificationError): string {
  if (code !== 'CERTIFICATE_ERROR') return SENTENCES[code] ?? 'it does not verify';
  if (message.includes('SCT')) return 'no log of certificates that is trusted knows its certificate';
  return /not valid or expired/.test((cause as Error | undefined)?.message ?? '')
    ? 'its certificate was not valid when it was signed'
    : 'its certificate is of no authority that is trusted';
}
