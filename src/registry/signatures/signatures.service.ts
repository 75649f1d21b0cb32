import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import { canonicalDigest } from '../../values/digest.js';
import { subjectDigests } from '../../values/dsse.js';
import { findModel, lockModel } from '../models/models.queries.js';
import { artifactDigestIsMissing } from '../versions/versions.problems.js';
import { loadVersion } from '../versions/versions.queries.js';
import {
  type SignatureList,
  type SignatureResponse,
  type SubmitSignatureRequest,
  toSignatureResponse,
} from './signatures.dto.js';
import { artifactIsAnother, signatureExists, statementIsMissing, tooManySignatures } from './signatures.problems.js';
import { listSignatures } from './signatures.queries.js';
import { VersionSignature } from './version-signature.entity.js';

/** Judgements read them all. */
const MOST_SIGNATURES = 50;

@Injectable()
export class SignaturesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Keeps a signature over the artifact of a version. Whose key counts is for policies to say. */
  async submitSignature(
    model: string,
    version: number,
    request: SubmitSignatureRequest,
    caller: Caller,
  ): Promise<SignatureResponse> {
    return this.dataSource.transaction(async (manager) => {
      const { now, id: modelId } = await lockModel(manager, model);
      const row = await loadVersion(manager, model, version);
      if (row.artifactDigest === null) throw artifactDigestIsMissing(model, version);
      requireSubject(request, row.artifactDigest);
      const known = await listSignatures(manager, modelId, version);
      if (known.length >= MOST_SIGNATURES) throw tooManySignatures(model, version, MOST_SIGNATURES);
      const { payloadType, payload, signatures } = request;
      const envelope = { payloadType, payload, signatures: signatures.map((each) => ({ ...each })) };
      const digest = canonicalDigest(envelope);
      const signature = { id: uuidv7(), modelId, version, envelope, digest, createdAt: now, createdBy: caller.subject };
      await manager.insert(VersionSignature, signature).catch(translateTaken(model, version));
      const details = { signatureId: signature.id, digest };
      await this.audit.record(manager, caller, { action: 'version.signed', modelId, model, version, details });
      return toSignatureResponse(model, signature);
    });
  }

  async listSignatures(model: string, version: number): Promise<SignatureList> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, model);
    await loadVersion(manager, model, version);
    return { items: (await listSignatures(manager, id, version)).map((each) => toSignatureResponse(model, each)) };
  }
}

function requireSubject(envelope: SubmitSignatureRequest, artifactDigest: string): void {
  const digests = subjectDigests(envelope).map((digest) => `sha256:${digest}`);
  if (digests.length === 0) throw statementIsMissing();
  if (!digests.includes(artifactDigest)) throw artifactIsAnother(artifactDigest);
}

function translateTaken(model: string, version: number): (error: unknown) => never {
  return (error) => {
    throw violatedConstraint(error) === 'version_signatures_digest_key'
      ? signatureExists(model, version, error)
      : error;
  };
}
