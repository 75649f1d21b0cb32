import { IsCount, IsId, IsMatching, IsModelName, IsSomeNames, IsText, Optional } from '../../platform/http/fields.js';
import { IsTextMap } from '../../platform/http/text-map.field.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { warningsOf } from './claim-patterns.js';
import { type TrustRuleRow } from './trust-rule.entity.js';

export const LONGEST_LIFE_SECONDS = 3_600;
export const DEFAULT_LIFE_SECONDS = 900;

const MODEL_PREFIX = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export class CreateTrustRuleRequest {
  /** What the rule is for, for the list of rules. */
  @Optional()
  @IsText(1, 200)
  name?: string;

  /** The claim `iss` of the tokens, such as `https://token.actions.githubusercontent.com`, or the name of an issuer that is configured. */
  @IsText(1, 1_000)
  issuer: string;

  /** The audience that the tokens must be made for. */
  @IsText(1, 1_000)
  audience: string;

  /**
   * What the claims of a token must be: the very text, or one in which each `*` stands for any characters. At least one has to say who
   * asks, such as `repository_id`, `project_id` or `sub`; ids are better than names, which somebody else may take.
   */
  @IsTextMap(0, 20)
  claims: Record<string, string>;

  /** What the tokens may do that are given; built-in ones or your own; they add up. They are of machines, and so approve nothing. */
  @IsSomeNames(20, 100)
  roles: string[];

  /** The one model that they may know of; renaming it changes nothing. */
  @Optional()
  @IsModelName()
  model?: string;

  /** The beginning of the names of the models that they may know of; not together with `model`. */
  @Optional()
  @IsMatching(MODEL_PREFIX, 'must be the beginning of names of models: at most 128 letters, digits, ".", "_" or "-"')
  modelPrefix?: string;

  /** How long they live; 15 minutes unless given, at most an hour. */
  @Optional()
  @IsCount(60, LONGEST_LIFE_SECONDS)
  expiresInSeconds?: number;
}

export class ListTrustRulesQuery extends ListQuery {
  /** Only rules of this issuer. */
  @Optional()
  @IsText(1, 1_000)
  issuer?: string;
}

export class TrustRuleResponse {
  /** The rule's id. */
  @IsId()
  id: string;

  /** What the rule is for; null when nobody said. */
  name: string | null;

  /** The claim `iss` of the tokens. */
  issuer: string;

  /** The audience that the tokens must be made for. */
  audience: string;

  /** What their claims must be. */
  claims: Record<string, string>;

  /** What the tokens may do that are given. */
  roles: string[];

  /** The one model that they may know of, by the name it has now; null for any. */
  model: string | null;

  /** The beginning of the names of the models that they may know of; null for any. */
  modelPrefix: string | null;

  /** How long they live. */
  @IsCount(60, LONGEST_LIFE_SECONDS)
  expiresInSeconds: number;

  /** When the rule was made. */
  createdAt: Date;

  /** Who made it. */
  createdBy: string;

  /** What to think of before relying on the rule. */
  warnings: string[];
}

export class TrustRulePage {
  /** The rules of this page, newest first. */
  items: TrustRuleResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toTrustRuleResponse(row: TrustRuleRow): TrustRuleResponse {
  const { id, name, issuer, audience, claims, roles, model, modelPrefix, expiresInSeconds, createdAt, createdBy } = row;
  const rule = {
    id,
    name,
    issuer,
    audience,
    claims,
    roles,
    model,
    modelPrefix,
    expiresInSeconds,
    createdAt,
    createdBy,
  };
  return { ...rule, warnings: warningsOf(claims) };
}
