import { isScalar, parseDocument, Scalar, visit } from 'yaml';

/** Fields that hold texts alone, whatever a text looks like: a version 1.10 is not 1.1. */
const TEXTS: ReadonlySet<unknown> = new Set(['dataset', 'tags', 'classes', 'columns', 'slicesOf', 'crosses']);
/** Fields whose values are texts as well as numbers, so that a number stands there only as it is usually written. */
const VALUES: ReadonlySet<unknown> = new Set(['slice', 'slices', 'params', 'require']);
/** A finite number in digits without leading zeros: neither hexadecimal nor octal, nor what looks like a code. */
const NUMBER = /^[-+]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/** The value of a text in YAML 1.2, with texts as they were written; a fault is named with its line. */
export function parseYaml(file: string, text: string): unknown {
  const document = parseDocument(text, { prettyErrors: true, schema: 'core' });
  const [fault] = document.errors;
  if (fault) throw new Error(`${file}: ${fault.message.split('\n', 1)[0]!.replace(/:$/, '.')}`);
  visit(document, {
    Pair: (_place, { key }) => {
      if (isScalar(key) && isPlain(key)) key.value = key.source;
    },
    Scalar: (place, node, above) => {
      if (place !== 'key' && isPlain(node) && node.value !== null) node.value = valueOf(node, fieldsOf(above));
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

function valueOf({ value, source }: PlainScalar, fields: readonly unknown[]): unknown {
  if (fields.at(-1) === 'name' || fields.some((field) => TEXTS.has(field))) return source;
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
