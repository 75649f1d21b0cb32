import {
  IsCount,
  IsDigest,
  IsId,
  IsJsonObject,
  IsListOf,
  IsMatching,
  IsText,
  Optional,
} from '../../platform/http/fields.js';
import { type BundleFinding } from '../../judging/evidence/gate-evidence.js';
import { type VersionSignature } from './version-signature.entity.js';

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const BASE64_FORM = 'must be base64';
const LONGEST_BUNDLE = 100_000;

export class SignatureLine {
  /** A hint at the key; it decides nothing. */
  @Optional()
  @IsText(0, 500)
  keyid?: string;

  /** The signature over the pre-authentication encoding of DSSE, as base64. */
  @IsMatching(BASE64, BASE64_FORM)
  sig: string;
}

export class SubmitSignatureRequest {
  /** Media type of the payload: `application/vnd.in-toto+json`. An envelope has this, payload and signatures; a bundle is sent without them. */
  @Optional()
  @IsText(1, 200)
  payloadType?: string;

  /** An in-toto statement, of which one subject has the digest of the artifact as its `sha256`; as base64. */
  @Optional()
  @IsMatching(BASE64, BASE64_FORM)
  payload?: string;

  /** Who signed it. */
  @Optional()
  @IsListOf(() => SignatureLine, 1, 20)
  signatures?: SignatureLine[];

  /** A Sigstore bundle of the type `application/vnd.dev.sigstore.bundle.v0.3+json`, with a DSSE envelope and a certificate in it, instead of an envelope alone. */
  @Optional()
  @IsJsonObject(LONGEST_BUNDLE)
  bundle?: Record<string, unknown>;
}

export class SignerResponse {
  /** Subject alternative name of the certificate. */
  subject: string;

  /** Issuer of the identity that the certificate was made out for. */
  issuer: string;
}

export class BundleFindingResponse {
  /** Who signed; null when the bundle shows nobody. */
  signer: SignerResponse | null;

  /** Why it shows nobody, as the end of a sentence; null when it does. */
  fault: string | null;
}

export class SignatureResponse {
  /** Identifier of the signature. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** The version whose artifact is signed. */
  @IsCount(1)
  version: number;

  /** Digest of the bundle, or else of the envelope, as canonical JSON. */
  @IsDigest()
  digest: string;

  /** Media type of the payload. */
  payloadType: string;

  /** The statement, as base64. */
  payload: string;

  /** Who signed it; whether a key is trusted is for policies to say. */
  signatures: SignatureLine[];

  /** The Sigstore bundle as it was sent; null for an envelope that came alone. */
  bundle: Record<string, unknown> | null;

  /** What the bundle shows by the root that is trusted now; null for an envelope that came alone. */
  sigstore: BundleFindingResponse | null;

  /** When it was sent. */
  createdAt: Date;

  /** Who sent it. */
  createdBy: string;
}

export class SignatureList {
  /** The signatures over the artifact, oldest first. */
  items: SignatureResponse[];
}

export function toSignatureResponse(
  model: string,
  signature: VersionSignature,
  sigstore: BundleFinding | null,
): SignatureResponse {
  const { id, version, digest, envelope, bundle, createdAt, createdBy } = signature;
  const kept = { ...envelope, bundle: bundle as Record<string, unknown> | null };
  return { id, model, version, digest, ...kept, sigstore, createdAt, createdBy };
}
