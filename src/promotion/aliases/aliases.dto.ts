import { IsCount } from '../../platform/http/fields.js';

export class SetAliasRequest {
  /** The version the alias shall point at. */
  @IsCount(1)
  version: number;
}

export class AliasResponse {
  /** Name of the model. */
  model: string;

  /** The alias. */
  alias: string;

  /** The version it points at. */
  @IsCount(1)
  version: number;
}
