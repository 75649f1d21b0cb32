import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { readArchiveExtent } from '../../record/audit/archive.queries.js';
import { eventsAreArchived } from '../../record/audit/audit.problems.js';
import { listEventsOf } from '../../record/audit/details.queries.js';
import { CheckpointKeys } from '../../record/checkpoints/checkpoint-keys.service.js';
import { recordIsUnsettled } from '../../record/checkpoints/checkpoints.problems.js';
import { Checkpoints } from '../../record/checkpoints/checkpoints.service.js';
import { artifactDigestIsMissing } from '../../registry/versions/versions.problems.js';
import { loadVersions } from '../../registry/versions/versions.queries.js';
import { canonicalJson } from '../../values/canonical-json.js';
import { canonicalDigest } from '../../values/digest.js';
import { type DsseEnvelope, IN_TOTO, signEnvelope } from '../../values/dsse.js';
import { type TransitionRow } from '../transitions/transition-row.js';
import { loadTransition } from '../transitions/transitions.queries.js';
import { type AttestationResponse, toAttestationResponse } from './attestations.dto.js';
import { transitionIsNotApplied } from './attestations.problems.js';
import { findAttestation, keepAttestation } from './attestations.queries.js';
import { type AttestedEvent, type RecordProof, statementOf } from './statement.js';

@Injectable()
export class Attestations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkpoints: Checkpoints,
    private readonly keys: CheckpointKeys,
    private readonly audit: AuditService,
  ) {}

  /** The attestation of an applied transition, signed when it is first asked for and kept from then on. */
  async getAttestation(id: string, caller: Caller): Promise<AttestationResponse> {
    const { manager } = this.dataSource;
    const transition = await loadTransition(manager, id);
    if (transition.status !== 'applied') throw transitionIsNotApplied(id, transition.status);
    const kept = await findAttestation(manager, id);
    return toAttestationResponse(kept ?? (await this.attest(transition, caller)));
  }

  private async attest(transition: TransitionRow, caller: Caller): Promise<DsseEnvelope> {
    const { manager } = this.dataSource;
    const { id: transitionId, model, modelId, version } = transition;
    const [row] = await loadVersions(manager, modelId, [version]);
    const artifactDigest = row?.artifactDigest;
    if (!artifactDigest) throw artifactDigestIsMissing(model, version);
    const events = await listEventsOf(manager, transitionId, ACTIONS);
    const event = events.find(({ action }) => action === 'transition.applied');
    if (!event) throw new Error(`The record does not tell that transition ${transitionId} was applied.`);
    const archive = await readArchiveExtent(manager);
    if (archive !== null && event.sequence <= archive.through)
      throw eventsAreArchived(archive, 'No attestation was asked for before, and none can be made of what is left.');
    const claims = claimsOf(transition.requestedBy, events);
    const statement = statementOf({
      transition,
      artifactDigest,
      event,
      proof: await this.prove(event.sequence),
      claims,
    });
    const { id, privateKey } = await this.keys.introduced();
    const envelope = signEnvelope(IN_TOTO, canonicalJson(JSON.parse(JSON.stringify(statement))), { id, privateKey });
    return this.keep(transition, envelope, caller);
  }

  /** Whoever came first has signed it; the event is of that one. */
  private keep(
    { id: transitionId, modelId, model, version }: TransitionRow,
    envelope: DsseEnvelope,
    caller: Caller,
  ): Promise<DsseEnvelope> {
    return this.dataSource.transaction(async (manager) => {
      const { kept, isNew } = await keepAttestation(manager, { transitionId, envelope, createdAt: new Date() });
      const details = { transitionId, digest: canonicalDigest(kept) };
      if (isNew)
        await this.audit.record(manager, caller, { action: 'attestation.signed', modelId, model, version, details });
      return kept;
    });
  }

  private async prove(sequence: number): Promise<RecordProof> {
    const { note, size, sequence: last } = await this.checkpoints.getCheckpoint();
    if (last < sequence) throw recordIsUnsettled();
    const { index, path } = await this.checkpoints.proveInclusion({ sequence, size });
    return { note, size, index, path };
  }
}

const ACTIONS = ['transition.requested', 'transition.applied'] as const;

/** The event by which the requester asked tells what the token was given for. */
function claimsOf(requester: string, events: readonly AttestedEvent[]): unknown {
  const [asked] = events.filter(({ actor }) => actor === requester);
  return (asked?.details as { claims?: unknown } | undefined)?.claims;
}
