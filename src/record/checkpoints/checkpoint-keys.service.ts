import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { listDetails } from '../audit/details.queries.js';
import { CHECKPOINT_KEY, type CheckpointKey } from './checkpoint-key.js';
import { type CheckpointKeysResponse, toKeyResponse } from './checkpoints.dto.js';
import { keyOfRaw, noteKey, rawKey } from './signed-note.js';

const ACTOR = { subject: 'stagegate', requestId: 'checkpoint-key' };

/** The keys that sign checkpoints and attestations: the one of this process, and those that did before. */
@Injectable()
export class CheckpointKeys {
  private isIntroduced = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    @Inject(CHECKPOINT_KEY) private readonly key: CheckpointKey,
  ) {}

  /** The key to sign with. The record tells of it before anything is signed, so that keys can be told from each other later. */
  async introduced(): Promise<CheckpointKey> {
    if (this.isIntroduced) return this.key;
    const { id: keyId, name, publicKey } = this.key;
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('stagegate checkpoint keys'))`);
      const known = await listDetails(manager, 'checkpoint_key.introduced');
      if (known.some(({ details }) => details.keyId === keyId)) return;
      const details = { keyId, name, publicKey: rawKey(publicKey).toString('base64') };
      await this.audit.record(manager, ACTOR, { action: 'checkpoint_key.introduced', details });
    });
    this.isIntroduced = true;
    return this.key;
  }

  /** The key of this process first, then those that the record tells of, the newest first. */
  async list(): Promise<CheckpointKeysResponse> {
    const known = await listDetails(this.dataSource.manager, 'checkpoint_key.introduced');
    const own = known.find(({ details }) => details.keyId === this.key.id);
    const others = known.filter((each) => each !== own && each.details.keyId !== this.key.id).reverse();
    return {
      keys: [
        toKeyResponse(this.key, 'active', own?.at ?? null),
        ...others.map(({ at, details: { name, publicKey } }) =>
          toKeyResponse(noteKey(name, keyOfRaw(Buffer.from(publicKey, 'base64'))), 'retired', at),
        ),
      ],
    };
  }
}
