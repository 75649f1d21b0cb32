import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';

/** The names of the freezes that hold now: of the one that freezes all models, and of those that freeze one each. */
export interface FrozenNow {
  all: string | null;
  byModel: ReadonlyMap<string, string>;
}

/** Nothing that is known to be frozen. */
export const NOTHING_FROZEN: FrozenNow = { all: null, byModel: new Map() };

/** Knows which models are frozen, as the feature that freezes them tells: their windows are no columns to filter by. */
@Injectable()
export class FrozenModels {
  private source: (manager: EntityManager) => Promise<FrozenNow> = () => Promise.resolve(NOTHING_FROZEN);

  register(source: (manager: EntityManager) => Promise<FrozenNow>): void {
    this.source = source;
  }

  find(manager: EntityManager): Promise<FrozenNow> {
    return this.source(manager);
  }
}

/** The name of a freeze that a model is under; null when none holds. */
export function freezeOf({ all, byModel }: FrozenNow, modelId: string): string | null {
  return all ?? byModel.get(modelId) ?? null;
}
