import { isText } from '../../values/values.js';
import { field } from './fields.js';

const NOT_BLANK = /\S/;

/** What a person has to say, such as a reason or the number of a ticket: text of 1 to `max` characters that are not blanks alone. */
export function IsStatement(max: number): PropertyDecorator {
  const test = (value: unknown) => isText(value, 1, max) && NOT_BLANK.test(value);
  const message = `must be text of 1 to ${max} characters that are not blanks alone`;
  const schema = { type: 'string', minLength: 1, maxLength: max, pattern: NOT_BLANK.source } as const;
  return field('isStatement', test, message, schema);
}
