import { isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import { Failure } from './failure.js';
import { faultOfNumber } from './sent-numbers.js';

/** Fields that hold texts alone, whatever a text looks like: a version 1.10 is not 1.1. */
const TEXTS: ReadonlySet<unknown> = new Set(['dataset', 'tags', 'classes', 'columns', 'slicesOf', 'crosses']);
/** Fields whose values are texts as well as numbers, so that a number stands there only as it is usually written. */
const VALUES: ReadonlySet<unknown> = new Set(['slice', 'slices', 'params', 'require']);
/** Fields whose values are taken as they are written, so that no number in them is ever changed. */
const AS_WRITTEN: ReadonlySet<unknown> = new Set(['slice', 'slices', 'require']);
/** What YAML calls infinite, or no number. */
const NOT_FINITE = /^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/;
/** A finite number in digits without leading zeros: neither hexadecimal nor octal, nor what looks like a code. */
const NUMBER = /^[-+]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/**
 * The value of a text in YAML 1.2, with texts as they were written; a fault is named with its line. A number that could
 * not be sent as it stands is a fault, unless it is to be kept as text.
 */
export function parseYaml(file: string, text: string, unfit: 'refused' | 'kept as text' = 'refused'): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: true, schema: 'core', lineCounter });
  const [fault] = document.errors;
  if (fault) throw new Failure('INVALID_DOCUMENT', `${file}: ${fault.message.split('\n', 1)[0]!.replace(/:$/, '.')}`);
  const refuse = (node: PlainScalar, why: string | undefined) => {
    if (why === undefined || unfit === 'kept as text') return;
    const { line, col } = lineCounter.linePos(node.range?.[0] ?? 0);
    throw new Failure('INVALID_DOCUMENT', `${file} holds ${node.source} at line ${line}, column ${col}, ${why}.`);
  };
  visit(document, {
    Pair: (_place, { key }) => {
      if (isScalar(key) && isPlain(key)) key.value = key.source;
    },
    Scalar: (place, node, above) => {
      if (place === 'key' || !isPlain(node) || node.value === null) return;
      const fields = fieldsOf(above);
      refuse(node, faultOfValue(node, fields));
      node.value = valueOf(node, fields);
    },
  });
  return document.toJS();
}

interface PlainScalar extends Scalar {
  source: string;
}

/** Whether a scalar was written without quotes. */
function isPlain(node: Scalar): node is PlainScalar {
  return node.type === Scalar.PLAIN && node.source !== undefined;
}

function isText(fields: readonly unknown[]): boolean {
  return fields.at(-1) === 'name' || fields.some((field) => TEXTS.has(field));
}

/** Why a value cannot be sent as it stands; texts always can. */
function faultOfValue({ value, source }: PlainScalar, fields: readonly unknown[]): string | undefined {
  if (isText(fields) || fields.some((field) => AS_WRITTEN.has(field))) return undefined;
  if (NOT_FINITE.test(source)) return 'which is no finite number';
  return typeof value === 'number' && NUMBER.test(source) ? faultOfNumber(source) : undefined;
}

function valueOf({ value, source }: PlainScalar, fields: readonly unknown[]): unknown {
  if (isText(fields)) return source;
  if (typeof value !== 'number' && typeof value !== 'bigint') return value;
  const number = Number(source);
  const isExact = /[.eE]/.test(source) ? Number.isFinite(number) : Number.isSafeInteger(number);
  if (!NUMBER.test(source) || !isExact) return source;
  return fields.some((field) => VALUES.has(field)) && String(number) !== source ? source : number;
}

/** The names of the fields that a value stands in, the outermost first. */
function fieldsOf(above: readonly unknown[]): unknown[] {
  return above.flatMap((node) =>
    typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key) ? [node.key.value] : [],
  );
}
