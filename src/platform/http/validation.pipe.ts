import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { Problem, type ProblemError, problemKind } from './problem.js';
import { notAField } from '../../values/nearest-name.js';
import { pointerTo } from '../../values/pointer.js';
import { wireInstance, type WireClass } from './wire-instance.js';

const VALIDATION_FAILED = problemKind(400, 'VALIDATION_FAILED', 'The request does not have the right shape');
export const notAnObject: ProblemError = { pointer: '', code: 'IS_OBJECT', detail: 'the body must be a JSON object' };
/** Enough to mend a request by, and a bound on the answer. */
const MOST_ERRORS = 100;

/** Every wire class takes what was sent as it is, but for its own makers; nothing is turned back. */
const WIRE_INSTANCES = {
  plainToInstance: <T>(type: new () => T, sent: unknown): T => wireInstance(type as WireClass, sent as object) as T,
  classToPlain: (): never => {
    throw new Error('Answers are made by functions, not by the pipe.');
  },
};

/** Checks bodies and queries against their wire classes and says where each fault is. */
export class WireValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      transformerPackage: WIRE_INSTANCES,
      stopAtFirstError: true,
      // So that an unknown field can be told from those of the class it was sent to; no error leaves as it is.
      validationError: { target: true },
      exceptionFactory: (errors) => validationFailed(toProblemErrors(errors)),
    });
  }

  /** A parsed body has no gaps in lists and no inherited keys: `readJson` refuses those, and walks a body once. */
  protected override closeArrayGaps(): void {}
  protected override stripProtoKeys(): void {}

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Their own pipes read path parameters; the base class would make the number 1 of the texts 01, 0x1 and 1e0 before.
    if (metadata.type === 'param') return value;
    if (
      metadata.type === 'body' &&
      this.toValidate(metadata) &&
      (typeof value !== 'object' || value === null || Array.isArray(value))
    ) {
      if (value !== undefined) throw validationFailed([notAnObject]);
    }
    try {
      if (this.toValidate(metadata)) refuseInherited(value);
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      throw metadata.type === 'query' ? inQuery(error) : error;
    }
  }
}

/** For checks that no decorator can express; the answer looks the same. */
export function validationFailed(errors: ProblemError[]): Problem {
  const shown = errors.slice(0, MOST_ERRORS);
  const [fault] = shown;
  // A field inside another is named by its last step; the sentence is read without the pointer beside it.
  const place = fault && fault.pointer.lastIndexOf('/') > 0 ? `, at ${fault.pointer}` : '';
  const first = fault ? `${fault.detail}${place}` : 'The request has another shape';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return VALIDATION_FAILED(`${first}${more}.`, { errors: shown });
}

/** The base class drops fields named like one that all objects have, such as constructor, without a word. */
function refuseInherited(value: unknown): void {
  const names = Object.keys(Object(value)).filter((name) => name in Object.prototype);
  if (names.length > 0) throw validationFailed(names.map((name) => unknownField(pointerTo([name]), name)));
}

export function unknownField(
  pointer: ProblemError['pointer'],
  name: string,
  known: Iterable<string> = [],
): ProblemError {
  return { pointer, code: 'UNKNOWN_FIELD', detail: notAField(name, known) };
}

/** The fields of the wire class that a value was made an instance of. */
function fieldsOf(target: object | undefined): ReadonlySet<string> {
  if (target === undefined) return new Set();
  const checks = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return new Set(checks.map(({ propertyName }) => propertyName));
}

function inQuery(error: unknown): unknown {
  if (!(error instanceof Problem) || error.code !== 'VALIDATION_FAILED') return error;
  return validationFailed((error.errors ?? []).map((item) => ({ ...item, in: 'query' })));
}

function toProblemErrors(errors: readonly ValidationError[], path: readonly string[] = []): ProblemError[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) =>
      toProblemError(here, rule, message, error),
    );
    return [...own, ...toProblemErrors(error.children ?? [], here)];
  });
}

function toProblemError(path: readonly string[], rule: string, message: string, error: ValidationError): ProblemError {
  const pointer = pointerTo(path);
  if (rule === 'whitelistValidation') return unknownField(pointer, error.property, fieldsOf(error.target));
  if (error.value === undefined) return { pointer, code: 'REQUIRED', detail: `${error.property} is required` };
  return { pointer, code: rule.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase(), detail: message };
}
