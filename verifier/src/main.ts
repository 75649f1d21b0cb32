import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readLines } from '../../src/record/archive/lines.reader.js';
import { readProof } from './proofs.js';
import { describe } from './report.js';
import { readKeys } from './trusted-keys.js';
import { verifyExport } from './verify.js';

const USAGE = `Usage: stagegate-verify EXPORT... CHECKPOINT [options]

Verifies an export of the audit record, in one file or in several that follow each other,
against a signed checkpoint. Segments of an archive come first, in their order, then an export of what followed.
Needs neither the service nor its database. - reads an export from a pipe.

  --key FILE      keys of the registry: its /.well-known/stagegate-keys.json, PEM, or verifier keys; may be repeated
  --earlier FILE  an earlier checkpoint, which the later one has to continue
  --part          the export is a part of the record: of one model, or from an event on
  --proof FILE    a proof that an event of a part is in the signed record; may be repeated
  --no-checkpoint all files are exports: checks that they fit themselves
  --json          writes the verdict as JSON
  --help

Exit codes: 0 verified, 1 not verified, 2 wrong usage or a file that cannot be read.
`;
const OPTIONS = {
  key: { type: 'string', multiple: true },
  earlier: { type: 'string' },
  part: { type: 'boolean', default: false },
  proof: { type: 'string', multiple: true },
  'no-checkpoint': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What cannot be verified because of how it was asked for. */
class UsageError extends Error {}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) return write(USAGE, 0);
  const hasNote = !values['no-checkpoint'];
  const exports = hasNote ? positionals.slice(0, -1) : positionals;
  if (exports.length === 0) throw new UsageError(`Name an export and a checkpoint.\n\n${USAGE}`);
  const missing = exports.find((file) => file !== '-' && !existsSync(file));
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}.`);
  const verdict = await verifyExport({
    lines: readLines(exports),
    note: hasNote ? read(positionals.at(-1)!, String) : null,
    earlier: values.earlier === undefined ? null : read(values.earlier, String),
    keys: (values.key ?? []).flatMap((file) => read(file, readKeys)),
    isPart: values.part,
    proofs: (values.proof ?? []).map((file) => read(file, readProof)),
  });
  return write(values.json ? `${JSON.stringify(verdict, null, 2)}\n` : describe(verdict), verdict.valid ? 0 : 1);
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function read<Made>(file: string, make: (text: string) => Made): Made {
  try {
    return make(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be used: ${(error as Error).message}.`);
  }
}

function write(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
