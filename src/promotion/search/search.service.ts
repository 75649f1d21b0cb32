import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ModelScope, sees } from '../../platform/access/model-scope.js';
import { searchModels } from '../../registry/models/models-search.queries.js';
import { searchVersions } from '../../registry/versions/versions-search.queries.js';
import { UUID } from '../../values/values.js';
import { findReportSubject } from '../gates/gate-reports.queries.js';
import { findTransition } from '../transitions/transitions.queries.js';
import { type SearchHitResponse, type SearchResponse } from './search.dto.js';

const MOST_HITS = 20;

@Injectable()
export class SearchService {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything that a text may mean, each by an index. */
  async searchRegistry(query: string, scope: ModelScope | null): Promise<SearchResponse> {
    const { manager } = this.dataSource;
    const text = query.trim();
    if (text.length === 0) return { items: [] };
    const models = await searchModels(manager, { text, scope, limit: MOST_HITS });
    const versions = await searchVersions(manager, { text, scope, limit: MOST_HITS });
    const items: SearchHitResponse[] = [
      ...(await this.findById(text, scope)),
      ...models.map(
        (model) => ({ kind: 'model', model, version: null, id: null, matched: 'name', text: model }) as const,
      ),
      ...versions.map((found) => ({ kind: 'version', id: null, ...found }) as const),
    ];
    return { items: items.slice(0, MOST_HITS) };
  }

  private async findById(text: string, scope: ModelScope | null): Promise<SearchHitResponse[]> {
    if (!UUID.test(text)) return [];
    const { manager } = this.dataSource;
    const [transition, report] = [await findTransition(manager, text), await findReportSubject(manager, text)];
    const matched = { matched: 'id', text: text.toLowerCase() } as const;
    return [
      ...(transition && sees(scope, { id: transition.modelId, name: transition.model })
        ? [toHit('transition', transition, matched)]
        : []),
      ...(report && sees(scope, { id: report.modelId, name: report.model }) ? [toHit('report', report, matched)] : []),
    ];
  }
}

function toHit(
  kind: 'transition' | 'report',
  { id, model, version }: { id: string; model: string; version: number },
  matched: { matched: 'id'; text: string },
): SearchHitResponse {
  return { kind, model, version, id, ...matched };
}
