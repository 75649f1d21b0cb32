import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import {
  DIGEST,
  isCount,
  isPlainObject,
  isTags,
  isText,
  isTimestamp,
  LARGEST_INTEGER,
  MODEL_NAME,
  TAG_KEY_MAX,
  TAG_VALUE_MAX,
  TAGS_MAX,
  toMoment,
  UUID,
} from '../../values/values.js';
import { MadeBy, nestedInstance, type WireClass } from './wire-instance.js';

/** One rule that the validator enforces and the documentation shows. */
export function field(name: string, test: (value: unknown) => boolean, message: string, schema: ApiPropertyOptions) {
  const validator = { validate: test, defaultMessage: () => `$property ${message}` };
  return applyDecorators(ValidateBy({ name, validator }), ApiProperty(schema));
}

const MOST_NAMES = 100;

/** A shape that only the document needs to know: the service itself makes the value, or a pure function checks it. */
export function Shows(schema: ApiPropertyOptions): PropertyDecorator {
  return ApiProperty(schema);
}

/** A slice as feature=value pairs. */
export function IsSlice(): PropertyDecorator {
  return Shows({ allOf: [{ $ref: '#/components/schemas/Slice' }] });
}

/** The field may be left out; null is not leaving it out. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** The field may be left out, and null clears it. */
export function Clearable(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_object, value) => value !== undefined && value !== null),
    ApiProperty({ nullable: true }),
  );
}

export function IsModelName(): PropertyDecorator {
  return IsMatching(
    MODEL_NAME,
    'must start with a letter or digit and hold at most 128 letters, digits, ".", "_" or "-"',
  );
}

/** Text of a fixed form; the message says the form in words. */
export function IsMatching(pattern: RegExp, message: string): PropertyDecorator {
  const test = (value: unknown) => typeof value === 'string' && pattern.test(value);
  return field('isMatching', test, message, { type: 'string', pattern: pattern.source });
}

/** Text of `min` to `max` characters. */
export function IsText(min: number, max: number): PropertyDecorator {
  const message = `must be text of ${min} to ${max} characters`;
  return field('isText', (value) => isText(value, min, max), message, {
    type: 'string',
    minLength: min,
    maxLength: max,
  });
}

/** A list of `min` to `max` texts. */
export function IsTexts(min: number, max: number, maxLength = 1_000): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) && isCount(value.length, min, max) && value.every((item) => isText(item, 1, maxLength));
  const message = `must be a list of ${min} to ${max} texts of 1 to ${maxLength} characters`;
  const items = { type: 'string', minLength: 1, maxLength };
  return field('isTexts', test, message, { type: 'array', items, minItems: min, maxItems: max });
}

/** One text, or a list of 1 to `max` of them. */
export function IsTextOrTexts(min: number, max: number, maxLength: number): PropertyDecorator {
  const isOne = (value: unknown) => isText(value, min, maxLength);
  const test = (value: unknown) =>
    isOne(value) || (Array.isArray(value) && isCount(value.length, 1, max) && value.every(isOne));
  const message = `must be a text of ${min} to ${maxLength} characters, or a list of 1 to ${max} of them`;
  const text = { type: 'string', minLength: min, maxLength } as const;
  const list = { type: 'array', items: text, minItems: 1, maxItems: max } as const;
  return field('isTextOrTexts', test, message, { oneOf: [text, list] });
}

export function IsOneOf(values: readonly string[]): PropertyDecorator {
  const test = (value: unknown) => values.includes(value as string);
  // Values without a letter or a digit, such as marks, are quoted: they would be read as part of the sentence.
  const shown = values.map((value) => (/\w/.test(value) ? value : JSON.stringify(value)));
  return field('isOneOf', test, `must be one of ${shown.join(', ')}`, { type: 'string', enum: [...values] });
}

/** One of many names that the documentation lists elsewhere, and that grow from release to release; shown as text. */
export function IsKnown(names: readonly string[], where: string): PropertyDecorator {
  const test = (value: unknown) => typeof value === 'string' && names.includes(value);
  return field('isKnown', test, `must be one of those in ${where}`, { type: 'string', minLength: 1, maxLength: 100 });
}

/** A list of different names that the documentation lists elsewhere, at least one; shown as text, since there are more with every release. */
export function IsSomeKnown(names: readonly string[], where: string): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) &&
    isCount(value.length, 1, MOST_NAMES) &&
    new Set(value).size === value.length &&
    value.every((item) => names.includes(item as string));
  const items = { type: 'string', minLength: 1, maxLength: 100 };
  const schema = { type: 'array', items, minItems: 1, maxItems: MOST_NAMES, uniqueItems: true } as const;
  return field('isSomeKnown', test, `must be a list of different ones of those in ${where}`, schema);
}

/** The same in a query string, where a parameter that is given once is a list of one. */
export function IsSomeKnownInQuery(names: readonly string[], where: string): PropertyDecorator {
  return applyDecorators(
    MadeBy((value) => [value].flat()),
    IsSomeKnown(names, where),
  );
}

/** A list of different values out of a fixed set, at least one. */
export function IsSomeOf(values: readonly string[]): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((item) => values.includes(item));
  const message = `must be a list of different values out of ${values.join(', ')}`;
  const items = { type: 'string', enum: [...values] };
  return field('isSomeOf', test, message, { type: 'array', items, minItems: 1, uniqueItems: true });
}

/** A list of at most `max` different names that grow while the service runs; whether each is known is for the service to say. */
export function IsSomeNames(max: number, maxLength: number): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) &&
    isCount(value.length, 0, max) &&
    new Set(value).size === value.length &&
    value.every((item) => isText(item, 1, maxLength));
  const message = `must be a list of at most ${max} different texts of 1 to ${maxLength} characters`;
  const items = { type: 'string', minLength: 1, maxLength };
  return field('isSomeOf', test, message, { type: 'array', items, maxItems: max, uniqueItems: true });
}

/** A whole number. */
export function IsCount(min = 0, max = LARGEST_INTEGER): PropertyDecorator {
  const message = `must be a whole number from ${min} to ${max}`;
  return field('isCount', (value) => isCount(value, min, max), message, {
    type: 'integer',
    minimum: min,
    maximum: max,
  });
}

/** A whole number in a query string. */
export function IsQueryCount(min = 0, max = LARGEST_INTEGER): PropertyDecorator {
  const toNumber = (value: unknown) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return applyDecorators(MadeBy(toNumber), IsCount(min, max));
}

export function IsTruth(): PropertyDecorator {
  return field('isTruth', (value) => typeof value === 'boolean', 'must be true or false', { type: 'boolean' });
}

/** Any number but NaN and the infinities, which JSON can smuggle in as 1e999. */
export function IsFiniteNumber(min = -Number.MAX_VALUE, max = Number.MAX_VALUE): PropertyDecorator {
  const isBounded = min > -Number.MAX_VALUE || max < Number.MAX_VALUE;
  const test = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
  const message = isBounded ? `must be a number from ${min} to ${max}` : 'must be a finite number';
  const bounds = {
    ...(min > -Number.MAX_VALUE && { minimum: min }),
    ...(max < Number.MAX_VALUE && { maximum: max }),
  };
  return field('isFiniteNumber', test, message, { type: 'number', ...bounds });
}

export function IsDigest(): PropertyDecorator {
  return IsMatching(DIGEST, 'must be "sha256:" and 64 lowercase hexadecimal digits');
}

export function IsId(): PropertyDecorator {
  const test = (value: unknown) => typeof value === 'string' && UUID.test(value);
  return field('isId', test, 'must be a UUID', { type: 'string', format: 'uuid' });
}

/** An RFC 3339 time with its offset. */
export function IsTimestamp(): PropertyDecorator {
  const message = 'must be an RFC 3339 time such as 2026-11-20T10:00:00.000Z';
  return field('isTimestamp', isTimestamp, message, { type: 'string', format: 'date-time' });
}

const TAG_VALUE = { maxLength: TAG_VALUE_MAX } as const;
const METRIC_NAME_MAX = 250;

/** An object of at most `max` values whose names have 1 to `longestName` characters. */
export function mapSchema(value: object, longestName: number, max: number): ApiPropertyOptions {
  const propertyNames = { minLength: 1, maxLength: longestName };
  return { type: 'object', additionalProperties: value, propertyNames, maxProperties: max } as ApiPropertyOptions;
}

/** The same in a query string, where a day alone is its first moment in UTC. */
export function IsMoment(): PropertyDecorator {
  const toTime = (value: unknown) => (typeof value === 'string' ? toMoment(value) : value);
  return applyDecorators(MadeBy(toTime), IsTimestamp());
}

/** A flat map of text to text. */
export function IsTags(): PropertyDecorator {
  const message = `must be an object of at most ${TAGS_MAX} texts, keys up to 250 and values up to 5000 characters`;
  return field('isTags', isTags, message, mapSchema({ ...TAG_VALUE, type: 'string' }, TAG_KEY_MAX, TAGS_MAX));
}

/** Any JSON object, kept as it is, up to a size. */
export function IsJsonObject(maxLength = 65_536): PropertyDecorator {
  const test = (value: unknown) => isPlainObject(value) && JSON.stringify(value).length <= maxLength;
  const message = `must be an object of at most ${maxLength} characters as JSON`;
  return field('isJsonObject', test, message, { type: 'object', additionalProperties: true });
}

/** One object of another wire class. The document generator knows a late type by its name, which must be `type`. */
export function IsNested(type: () => WireClass): PropertyDecorator {
  return applyDecorators(
    field('isNested', isPlainObject, 'must be an object', { type: () => type() }),
    ValidateNested(),
    MadeBy((value) => nestedInstance(type(), value)),
  );
}

/** A list of `min` to `max` objects of another wire class, each validated by it; `type` has to be called so. */
export function IsListOf(type: () => WireClass, min: number, max: number): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) && isCount(value.length, min, max) && value.every(isPlainObject);
  const message = `must be a list of ${min} to ${max} objects`;
  return applyDecorators(
    field('isListOf', test, message, { type: () => type(), isArray: true, minItems: min, maxItems: max }),
    ValidateNested(),
    MadeBy((value) => (Array.isArray(value) ? value.map((item: unknown) => nestedInstance(type(), item)) : value)),
  );
}

/** Changes to a flat map of text to text: a null value removes its key (RFC 7396). */
export function IsTagsPatch(): PropertyDecorator {
  const test = (value: unknown) =>
    isPlainObject(value) && isTags(Object.fromEntries(Object.entries(value).map(([key, tag]) => [key, tag ?? ''])));
  const message = `must be an object of at most ${TAGS_MAX} texts or nulls, keys up to 250 and values up to 5000 characters`;
  const schema = mapSchema({ ...TAG_VALUE, type: 'string', nullable: true }, TAG_KEY_MAX, TAGS_MAX);
  return field('isTagsPatch', test, message, schema);
}

/** A map of names to finite numbers. */
export function IsMetricMap(max = 1_000): PropertyDecorator {
  const test = (value: unknown) =>
    isPlainObject(value) &&
    Object.keys(value).length <= max &&
    Object.entries(value).every(([name, number]) => isText(name, 1, METRIC_NAME_MAX) && Number.isFinite(number));
  const message = `must be an object of at most ${max} finite numbers, with names of 1 to ${METRIC_NAME_MAX} characters`;
  return field('isMetricMap', test, message, mapSchema({ type: 'number' }, METRIC_NAME_MAX, max));
}

/** A long list of objects whose items a pure function checks: validating each by its class would cost milliseconds. */
export function IsPlainList(type: () => WireClass, min: number, max: number): PropertyDecorator {
  const test = (value: unknown) => Array.isArray(value) && isCount(value.length, min, max);
  const message = `must be a list of ${min} to ${max} items`;
  return field('isPlainList', test, message, { type: () => type(), isArray: true, minItems: min, maxItems: max });
}

/** A list of `min` to `max` different whole numbers. */
export function IsCounts(min: number, max: number, largest = LARGEST_INTEGER): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) &&
    isCount(value.length, min, max) &&
    value.every((item) => isCount(item, 1, largest)) &&
    new Set(value).size === value.length;
  const message = `must be a list of ${min} to ${max} different whole numbers from 1 to ${largest}`;
  const items = { type: 'integer', minimum: 1, maximum: largest };
  return field('isCounts', test, message, { type: 'array', items, minItems: min, maxItems: max, uniqueItems: true });
}

/** A list of at most `max` lists, each of 2 to `longest` texts. */
export function IsTextLists(max: number, longest: number): PropertyDecorator {
  const test = (value: unknown) =>
    Array.isArray(value) &&
    value.length <= max &&
    value.every(
      (list) =>
        Array.isArray(list) && isCount(list.length, 2, longest) && list.every((text: unknown) => isText(text, 1, 256)),
    );
  const message = `must be a list of at most ${max} lists of 2 to ${longest} texts`;
  const items = { type: 'string', minLength: 1, maxLength: 256 };
  const texts = { type: 'array', items, minItems: 2, maxItems: longest };
  return field('isTextLists', test, message, { type: 'array', items: texts, maxItems: max });
}
