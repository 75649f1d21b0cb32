import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { isIdKey, limitOf, type Page, readCursor, toPage } from '../../platform/lists/page.dto.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { databaseTime } from '../models/models.queries.js';
import { checkInventory } from './check-inventory.js';
import { DatasetVersion } from './dataset-version.entity.js';
import {
  type DatasetVersionResponse,
  type ListDatasetsQuery,
  type RegisterDatasetRequest,
  toDatasetVersionResponse,
} from './datasets.dto.js';
import { datasetNotFound, translateTaken } from './datasets.problems.js';

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
      await manager.insert(DatasetVersion, row).catch(translateTaken(name, version));
      const details = { id: row.id, name, version, split: row.split, digest: row.digest, rowCount };
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
    const list = { list: 'datasets', name: query.name ?? null };
    const after = readCursor(query, list, isIdKey);
    const select = this.dataSource.manager.createQueryBuilder(DatasetVersion, 'd');
    if (query.name !== undefined) select.andWhere('d.name = :name', { name: query.name });
    if (after) select.andWhere('d.id < :after', { after: after[0] });
    const rows = await select
      .orderBy('d.id', 'DESC')
      .limit(limitOf(query) + 1)
      .getMany();
    return toPage(rows, query, list, toDatasetVersionResponse, (row) => [row.id]);
  }
}
