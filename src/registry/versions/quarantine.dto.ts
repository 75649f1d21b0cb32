import { Optional } from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';

export class QuarantineRequest {
  /** Why the version may not be promoted. */
  @IsStatement(2_000)
  reason: string;
}

export class ReleaseRequest {
  /** Why the version may be promoted again. */
  @Optional()
  @IsStatement(2_000)
  reason?: string;
}

export class ReleaseQuery {
  /** Why the version may be promoted again. */
  @Optional()
  @IsStatement(2_000)
  reason?: string;
}

/** The reason that a body or a query states. @throws {Problem} 400 VALIDATION_FAILED when they state two */
export function oneReason(inBody: string | undefined, inQuery: string | undefined): string | undefined {
  if (inBody === undefined || inQuery === undefined || inBody === inQuery) return inBody ?? inQuery;
  const detail = 'the body states another reason than the query';
  throw validationFailed([{ in: 'query', pointer: '/reason', code: 'CONFLICT', detail }]);
}
