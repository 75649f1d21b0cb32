import { isCount, isPlainObject, isText } from '../../values/values.js';
import { field, mapSchema } from './fields.js';

const LONGEST_NAME = 250;

/** A flat map of `min` to `max` names of at most 250 characters to texts of at most 1,000. */
export function IsTextMap(min: number, max: number): PropertyDecorator {
  const test = (value: unknown) =>
    isPlainObject(value) &&
    isCount(Object.keys(value).length, min, max) &&
    Object.entries(value).every(([name, text]) => isText(name, 1, LONGEST_NAME) && isText(text, 1, 1_000));
  const message = `must be an object of ${min} to ${max} texts of 1 to 1000 characters, with names of at most 250`;
  const schema = mapSchema({ type: 'string', minLength: 1, maxLength: 1_000 }, LONGEST_NAME, max);
  return field('isTextMap', test, message, { ...schema, minProperties: min });
}
