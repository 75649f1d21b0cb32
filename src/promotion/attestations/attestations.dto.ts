import { IsMatching } from '../../platform/http/fields.js';
import { type DsseEnvelope, IN_TOTO } from '../../values/dsse.js';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const BASE64_FORM = 'must be base64';

export class DsseSignatureResponse {
  /** Id of the key, as the keys of the registry have it. */
  keyid: string;

  /** The Ed25519 signature over the pre-authentication encoding of the payload, as base64. */
  @IsMatching(BASE64, BASE64_FORM)
  sig: string;
}

export class AttestationResponse {
  /** Media type of the payload: `application/vnd.in-toto+json`. */
  payloadType: string;

  /** An in-toto Statement v1 as JSON, in base64: its subject is the artifact, its predicate the decision. */
  @IsMatching(BASE64, BASE64_FORM)
  payload: string;

  /** One signature. */
  signatures: DsseSignatureResponse[];
}

export function toAttestationResponse({ payload, signatures }: DsseEnvelope): AttestationResponse {
  return { payloadType: IN_TOTO, payload, signatures: signatures.map(({ keyid = '', sig }) => ({ keyid, sig })) };
}
