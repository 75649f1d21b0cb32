import { IsCount, IsDigest, IsId, IsMatching, IsListOf, IsText, Optional } from '../../platform/http/fields.js';
import { type VersionSignature } from './version-signature.entity.js';

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const BASE64_FORM = 'must be base64';

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
  /** Media type of the payload: `application/vnd.in-toto+json`. */
  @IsText(1, 200)
  payloadType: string;

  /** An in-toto statement, of which one subject has the digest of the artifact as its `sha256`; as base64. */
  @IsMatching(BASE64, BASE64_FORM)
  payload: string;

  /** Who signed it. */
  @IsListOf(() => SignatureLine, 1, 20)
  signatures: SignatureLine[];
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

  /** Digest of the envelope as canonical JSON. */
  @IsDigest()
  digest: string;

  /** Media type of the payload. */
  payloadType: string;

  /** The statement, as base64. */
  payload: string;

  /** Who signed it; whether a key is trusted is for policies to say. */
  signatures: SignatureLine[];

  /** When it was sent. */
  createdAt: Date;

  /** Who sent it. */
  createdBy: string;
}

export class SignatureList {
  /** The signatures over the artifact, oldest first. */
  items: SignatureResponse[];
}

export function toSignatureResponse(model: string, signature: VersionSignature): SignatureResponse {
  const { id, version, digest, envelope, createdAt, createdBy } = signature;
  const { payloadType, payload, signatures } = envelope;
  return { id, model, version, digest, payloadType, payload, signatures, createdAt, createdBy };
}
