import { type DatasetChoice } from '../evidence/gate-evidence.js';
import { type RuleDefaults } from './rule-defaults.js';
import { type RuleBase, type WrittenRule } from './rule-kind.js';

/** What a rule says whatever its kind, completed. */
export function baseOf(document: WrittenRule, defaults: RuleDefaults): Omit<RuleBase, 'kind' | 'rules'> {
  return {
    id: document.id ?? '',
    enforcement: document.enforcement ?? defaults.enforcement,
    ...defined({ description: document.description, dataset: datasetChoice(document.dataset) }),
  };
}

/** A dataset named by text is any split of it. */
export function datasetChoice(dataset: string | DatasetChoice | undefined): DatasetChoice | undefined {
  return typeof dataset === 'string' ? { name: dataset } : dataset;
}

/** Leaves out what is undefined, so that it is in no digest. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** The only part of the id of a rule whose kind says all: `holdout-reuse`. */
export function kindId({ kind }: RuleBase): string[] {
  return [kind.replaceAll('_', '-')];
}
