import { canonicalJson } from '../../../values/canonical-json.js';
import { compareText } from '../../../values/compare-text.js';

interface Column {
  name: string;
  type: string;
  required: boolean;
}

/** Why a signature would break those who call the incumbent: an input they do not send, an output they no longer get. */
export function signatureFault(own: unknown, theirs: unknown): string | undefined {
  if (canonicalJson(own) === canonicalJson(theirs)) return undefined;
  const [ours, others] = [readSignature(own), readSignature(theirs)];
  if (ours === undefined || others === undefined) return 'differs from that of the incumbent';
  const unsent = ours.inputs.filter((column) => column.required && !offers(others.inputs, column));
  const lost = others.outputs.filter((column) => !offers(ours.outputs, column));
  const names = [...unsent, ...lost].map(({ name }) => name).sort(compareText);
  return names.length === 0 ? undefined : `breaks callers of the incumbent in ${names.join(', ')}`;
}

function offers(columns: readonly Column[], wanted: Column): boolean {
  return columns.some(({ name, type }) => name === wanted.name && type === wanted.type);
}

function readSignature(signature: unknown): { inputs: Column[]; outputs: Column[] } | undefined {
  const { inputs, outputs } = Object(signature) as Record<string, unknown>;
  const [read, written] = [readColumns(inputs), readColumns(outputs)];
  return read === undefined || written === undefined ? undefined : { inputs: read, outputs: written };
}

function readColumns(columns: unknown): Column[] | undefined {
  const list = typeof columns === 'string' ? parsed(columns) : columns;
  if (!Array.isArray(list)) return undefined;
  const read = list.map((column: unknown) => Object(column) as Record<string, unknown>);
  if (read.some(({ name }) => typeof name !== 'string')) return undefined;
  return read.map(({ name, type, required }) => ({
    name: String(name),
    type: canonicalJson(type ?? null),
    required: required !== false,
  }));
}

/** Text inside of a signature passed no door: what it spells and JSON cannot hold, 1e999 say, is as good as unreadable. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(canonicalJson(JSON.parse(text)));
  } catch {
    return undefined;
  }
}
