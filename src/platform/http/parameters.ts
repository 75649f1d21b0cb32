import { Param, type PipeTransform } from '@nestjs/common';
import { problemKind } from './problem.js';
import { LARGEST_INTEGER, MODEL_NAME, UUID } from '../../values/values.js';

const INVALID_MODEL_NAME = problemKind(400, 'INVALID_MODEL_NAME', 'The path holds no model name');
const INVALID_NUMBER = problemKind(400, 'INVALID_NUMBER', 'The path holds no whole number');
const INVALID_ID = problemKind(400, 'INVALID_ID', 'The path holds no id');

/** `{model}` of a path, for what reads it before a controller does. @throws {Problem} 400 INVALID_MODEL_NAME */
export function readModelName(value: string): string {
  if (MODEL_NAME.test(value)) return value;
  const detail = 'A model name starts with a letter or digit and holds at most 128 letters, digits, ".", "_" or "-".';
  throw INVALID_MODEL_NAME(detail, { errors: [{ in: 'path', pointer: '/model', detail }] });
}

/** A positive whole number of a path. @throws {Problem} 400 INVALID_NUMBER */
export function readWholeNumber(name: string, value: string): number {
  const number = /^[1-9]\d{0,9}$/.test(value) ? Number(value) : NaN;
  if (number <= LARGEST_INTEGER) return number;
  const detail = `The ${name} in the path must be a whole number from 1 to ${LARGEST_INTEGER}.`;
  throw INVALID_NUMBER(detail, { errors: [{ in: 'path', pointer: `/${name}`, detail }] });
}

const modelName: PipeTransform<string, string> = { transform: readModelName };
const wholeNumber = (name: string): PipeTransform<string, number> => ({
  transform: (value) => readWholeNumber(name, value),
});

const id = (name: string): PipeTransform<string, string> => ({
  transform(value) {
    if (UUID.test(value)) return value.toLowerCase();
    const detail = 'The id in the path must be a UUID.';
    throw INVALID_ID(detail, { errors: [{ in: 'path', pointer: `/${name}`, detail }] });
  },
});

/** `{model}` of a path. */
export const ModelParam = (): ParameterDecorator => Param('model', modelName);
/** `{version}` of a path. */
export const VersionParam = (): ParameterDecorator => Param('version', wholeNumber('version'));
/** Another positive whole number of a path, such as a policy's revision. */
export const NumberParam = (name: string): ParameterDecorator => Param(name, wholeNumber(name));
/** `{id}` of a path. */
export const IdParam = (): ParameterDecorator => Param('id', id('id'));
/** Another id of a path, such as that of a webhook's delivery. */
export const NamedIdParam = (name: string): ParameterDecorator => Param(name, id(name));
