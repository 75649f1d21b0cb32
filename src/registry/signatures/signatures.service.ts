import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { translateViolation } from '../../platform/database/violated-constraint.js';
import { canonicalDigest } from '../../values/digest.js';
import { problemAt } from '../../values/pointer.js';
import { type DsseEnvelope, subjectDigests } from '../../values/dsse.js';
import { findModel, lockModel } from '../models/models.queries.js';
import { artifactDigestIsMissing } from '../versions/versions.problems.js';
import { loadVersion } from '../versions/versions.queries.js';
import {
  type SignatureList,
  type SignatureResponse,
  type SubmitSignatureRequest,
  toSignatureResponse,
} from './signatures.dto.js';
import {
  artifactIsAnother,
  bundleIsUnreadable,
  signatureExists,
  statementIsMissing,
  tooManySignatures,
} from './signatures.problems.js';
import { listSignatures } from './signatures.queries.js';
import { bundleFault, envelopeOf, type SigstoreBundle } from './sigstore-bundle.js';
import { SigstoreBundles } from './sigstore-bundles.service.js';
import { VersionSignature } from './version-signature.entity.js';

/** Judgements read them all. */
const MOST_SIGNATURES = 50;

@Injectable()
export class SignaturesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly bundles: SigstoreBundles,
  ) {}

  /** Keeps a signature over the artifact of a version. Whose key or identity counts is for policies to say. */
  async submitSignature(
    model: string,
    version: number,
    request: SubmitSignatureRequest,
    caller: Caller,
  ): Promise<SignatureResponse> {
    const sent = readSent(request);
    return this.dataSource.transaction(async (manager) => {
      const { now, id: modelId } = await lockModel(manager, model);
      const row = await loadVersion(manager, model, version);
      if (row.artifactDigest === null) throw artifactDigestIsMissing(model, version);
      requireSubject(sent, row.artifactDigest);
      const known = await listSignatures(manager, modelId, version);
      if (known.length >= MOST_SIGNATURES) throw tooManySignatures(model, version, MOST_SIGNATURES);
      const digest = canonicalDigest(sent.bundle ?? sent.envelope);
      const signature = { id: uuidv7(), modelId, version, ...sent, digest, createdAt: now, createdBy: caller.subject };
      const isTaken = { version_signatures_digest_key: (cause: unknown) => signatureExists(model, version, cause) };
      await manager.insert(VersionSignature, signature).catch(translateViolation(isTaken));
      const details = { signatureId: signature.id, digest };
      await this.audit.record(manager, caller, { action: 'version.signed', modelId, model, version, details });
      return toSignatureResponse(model, signature, this.bundles.examine(signature));
    });
  }

  async listSignatures(model: string, version: number): Promise<SignatureList> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, model);
    await loadVersion(manager, model, version);
    const rows = await listSignatures(manager, id, version);
    return { items: rows.map((each) => toSignatureResponse(model, each, this.bundles.examine(each))) };
  }
}

interface Sent {
  envelope: DsseEnvelope;
  bundle: SigstoreBundle | null;
}

/** The envelope that was sent, alone or in a bundle; one of the two. */
function readSent({ payloadType, payload, signatures, bundle }: SubmitSignatureRequest): Sent {
  if (bundle === undefined) {
    if (payloadType === undefined || payload === undefined || signatures === undefined)
      throw validationFailed([
        problemAt([], 'IS_ENVELOPE_OR_BUNDLE', 'give payloadType, payload and signatures, or a bundle'),
      ]);
    return { envelope: { payloadType, payload, signatures: signatures.map((each) => ({ ...each })) }, bundle: null };
  }
  if (payloadType !== undefined || payload !== undefined || signatures !== undefined)
    throw validationFailed([
      problemAt(['bundle'], 'IS_ENVELOPE_OR_BUNDLE', 'holds the envelope; give nothing beside it'),
    ]);
  const fault = bundleFault(bundle);
  if (fault !== null) throw bundleIsUnreadable(fault);
  return { envelope: envelopeOf(bundle), bundle };
}

function requireSubject({ envelope, bundle }: Sent, artifactDigest: string): void {
  const pointer = bundle === null ? '/payload' : '/bundle/dsseEnvelope/payload';
  const digests = subjectDigests(envelope).map((digest) => `sha256:${digest}`);
  if (digests.length === 0) throw statementIsMissing(pointer);
  if (!digests.includes(artifactDigest)) throw artifactIsAnother(artifactDigest, pointer);
}
