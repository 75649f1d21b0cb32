import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type ArtifactSignature, type BundleFinding } from '../../judging/evidence/gate-evidence.js';
import { Config } from '../../platform/config.js';
import { canonicalDigest } from '../../values/digest.js';
import { listSignatures } from './signatures.queries.js';
import { examineBundle } from './sigstore-bundle.js';
import { type VersionSignature } from './version-signature.entity.js';

/** Findings that are remembered; to examine a bundle costs milliseconds. */
const MOST_REMEMBERED = 1_000;

/** Says who signed Sigstore bundles, by the root that the configuration trusts; asks nobody, not even the clock. */
@Injectable()
export class SigstoreBundles {
  private readonly found = new Map<string, BundleFinding>();

  constructor(private readonly config: Config) {}

  /** Null for a signature that came without a bundle. */
  examine({ bundle }: Pick<VersionSignature, 'bundle'>): BundleFinding | null {
    if (bundle === null) return null;
    const digest = canonicalDigest(bundle);
    const known = this.found.get(digest);
    if (known !== undefined) return known;
    const finding = examineBundle(bundle, this.config.sigstoreRoot);
    if (this.found.size >= MOST_REMEMBERED) this.found.clear();
    this.found.set(digest, finding);
    return finding;
  }

  /** The signatures over the artifact of a version, now or at a time, as judgements take them. */
  async loadSignatures(
    manager: EntityManager,
    { modelId, version }: { modelId: string; version: number },
    at?: Date,
  ): Promise<ArtifactSignature[]> {
    const rows = await listSignatures(manager, modelId, version, at);
    return rows.map((row) => {
      const sigstore = this.examine(row);
      return { ...row.envelope, ...(sigstore && { sigstore }) };
    });
  }
}
