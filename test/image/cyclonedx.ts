import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const run = promisify(execFile);

/** Brings the schemas of CycloneDX; nothing else of it is used, so it is not among our packages. */
const LIBRARY = '@cyclonedx/cyclonedx-library@10.3.0';
/** Schemas that the one of the bill refers to by these names, beside itself. */
const BESIDE = ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'];
/** Formats of texts that the validator does not know. */
const UNCHECKED = { 'idn-email': true, 'iri-reference': true } as const;

/** Says what the schema of version 1.5 has against a bill of materials; nothing when it is one. */
export async function checkerOfBills(): Promise<(bill: unknown) => object[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-cyclonedx-'));
  try {
    const { stdout } = await run('npm', ['pack', '--silent', LIBRARY], { cwd: folder });
    await run('tar', ['--extract', '--file', stdout.trim(), 'package/res/schema'], { cwd: folder });
    const schema = (name: string): object =>
      JSON.parse(readFileSync(join(folder, 'package', 'res', 'schema', name), 'utf8')) as object;
    const schemas = Object.fromEntries(BESIDE.map((name) => [`http://cyclonedx.org/schema/${name}`, schema(name)]));
    const ajv = new Ajv({ strict: false, allErrors: true, formats: UNCHECKED, schemas });
    addFormats.default(ajv);
    const isBill = ajv.compile(schema('bom-1.5.SNAPSHOT.schema.json'));
    return (bill) => (isBill(bill) ? [] : (isBill.errors ?? []));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
