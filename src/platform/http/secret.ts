import { type ApiPropertyOptions } from '@nestjs/swagger';
import { Shows } from './fields.js';

/** A secret, which clients show nowhere by themselves. */
export function IsSecret(): PropertyDecorator {
  return Shows({ 'x-secret': true } as ApiPropertyOptions);
}
