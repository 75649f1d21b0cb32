import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { translateViolation } from '../../platform/database/violated-constraint.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { databaseTime } from '../models/models.queries.js';
import { checkInventory } from './check-inventory.js';
import { canonicalDigest } from '../../values/digest.js';
import { DatasetVersion } from './dataset-version.entity.js';
import {
  type DatasetVersionResponse,
  type ListDatasetsQuery,
  type RegisterDatasetRequest,
  toDatasetVersionResponse,
} from './datasets.dto.js';
import { datasetExists, datasetNotFound } from './datasets.problems.js';
import { listDatasetRows } from './datasets.queries.js';

@Injectable()
export class DatasetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  async registerDataset(request: RegisterDatasetRequest, caller: Caller): Promise<DatasetVersionResponse> {
    const faults = checkInventory(request.inventory, request.rowCount);
    if (faults.length > 0) throw validationFailed(faults);
    return this.dataSource.transaction(async (manager) => {
      const { name, version, split, digest, rowCount, inventory, description } = request;
      const row = manager.create(DatasetVersion, {
        id: uuidv7(),
        name,
        version,
        split: split ?? null,
        digest: digest ?? null,
        rowCount: String(rowCount),
        inventory,
        description: description ?? '',
        createdAt: await databaseTime(manager),
        createdBy: caller.subject,
      });
      const isTaken = { dataset_versions_split_key: (cause: unknown) => datasetExists(name, version, cause) };
      await manager.insert(DatasetVersion, row).catch(translateViolation(isTaken));
      const inventoryDigest = canonicalDigest(row.inventory);
      const details = { id: row.id, name, version, split: row.split, digest: row.digest, rowCount, inventoryDigest };
      await this.audit.record(manager, caller, { action: 'dataset.registered', details });
      return toDatasetVersionResponse(row);
    });
  }

  async getDataset(id: string): Promise<DatasetVersionResponse> {
    const row = await this.dataSource.manager.findOneBy(DatasetVersion, { id });
    if (!row) throw datasetNotFound(id);
    return toDatasetVersionResponse(row);
  }

  async listDatasets(query: ListDatasetsQuery): Promise<Page<DatasetVersionResponse>> {
    return mapPage(await listDatasetRows(this.dataSource.manager, query), toDatasetVersionResponse);
  }
}
