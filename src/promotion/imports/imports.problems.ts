import { type Problem } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { type OrderFault } from './check-import.js';

export function importIsInvalid(faults: readonly OrderFault[]): Problem {
  return validationFailed(
    faults.map(({ index, detail }) => ({ pointer: `/versions/${index}`, code: 'CONFLICT', detail })),
  );
}
