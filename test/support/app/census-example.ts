import { readFileSync } from 'node:fs';
import { type Json } from './client.js';
import { type Person } from './registry.js';

const EXAMPLE = new URL('../../../examples/census-income/', import.meta.url);

export const CENSUS_VERSIONS = [1, 2, 3, 4, 5] as const;
export type CensusVersion = (typeof CENSUS_VERSIONS)[number];

function read(path: string): Json {
  return JSON.parse(readFileSync(new URL(path, EXAMPLE), 'utf8'));
}

export const censusModel = (): Json => read('model.json');
/** Gates that were written for this model; its README names the source of the numbers. */
export const censusPolicy = (): Json => read('policy.json');
export const censusRegistration = (version: CensusVersion): Json => read(`versions/v${version}.json`);
export const censusEvaluation = (version: CensusVersion): Json => read(`evaluations/v${version}.json`);
/** Computed from predictions, so that it compares rows with those of version 1, or of version 2 from the third on. */
export const censusPairedEvaluation = (version: CensusVersion): Json => read(`paired-evaluations/v${version}.json`);

/** Registers versions of the census model under another name, each with what it really measured. */
export async function bringCensus(who: Person, model: string, versions: readonly CensusVersion[]): Promise<void> {
  for (const version of versions) {
    const registered = await who.post(`/models/${model}/versions`, censusRegistration(version));
    await who.post(`/models/${model}/versions/${registered.version}/evaluations`, censusEvaluation(version));
  }
}
