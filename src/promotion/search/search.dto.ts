import { IsCount, IsId, IsOneOf, IsText } from '../../platform/http/fields.js';

/** What can be found. */
export const FOUND_KINDS = ['model', 'version', 'transition', 'report'] as const;
/** What it can be found by. */
export const MATCHES = ['name', 'run_id', 'commit', 'digest', 'id'] as const;

export class SearchRegistryQuery {
  /** The beginning of a model's name or of a word in it, of a version's run id, commit or artifact digest, or the id of a transition or a gate report. */
  @IsText(2, 200)
  q: string;
}

/** One thing that was found. */
export class SearchHitResponse {
  /** What it is. */
  @IsOneOf(FOUND_KINDS)
  kind: (typeof FOUND_KINDS)[number];

  /** Name of the model it is or belongs to. */
  model: string;

  /** The version it is or is about; null for a model. */
  @IsCount(1)
  version: number | null;

  /** Id of the transition or the gate report; null for a model and a version. */
  @IsId()
  id: string | null;

  /** What it was found by. */
  @IsOneOf(MATCHES)
  matched: (typeof MATCHES)[number];

  /** The text it was found by, whole. */
  text: string;
}

export class SearchResponse {
  /** What was found, at most 20: what has the id, then models, then versions. */
  items: SearchHitResponse[];
}
