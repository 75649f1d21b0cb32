/**
 * Compares the API document with the last released one: `npm run openapi:breaking` fails on a change that breaks clients.
 * First it proves on two edited copies that the comparison tells a breaking change from an addition.
 * Needs Go, for contributors and build servers alone: `go run` fetches and builds the tool once.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOL = 'github.com/oasdiff/oasdiff@v1.33.0';
const CURRENT = join(import.meta.dirname, 'openapi.json');
const RELEASED = join(import.meta.dirname, 'released');

/** The file of the highest version. */
function lastReleased() {
  const files = readdirSync(RELEASED).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
  const last = files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (!last) throw new Error(`There is no released document in ${RELEASED}.`);
  return join(RELEASED, last);
}

/** What the tool says, and whether it found nothing that breaks clients. */
function compare(before, after) {
  const run = spawnSync('go', ['run', TOOL, 'breaking', before, after, '--fail-on', 'ERR'], { encoding: 'utf8' });
  if (run.error) throw new Error(`Go cannot be run: ${run.error.message}. Install it from https://go.dev/dl/.`);
  const found = /^\d+ changes: (\d+) error/m.exec(run.stdout);
  if (run.status !== 0 && !found) throw new Error(`The comparison failed.\n${run.stderr}`);
  return { isCompatible: run.status === 0, report: run.stdout.trim() };
}

function withoutOperation(document) {
  delete document.paths['/api/v1/models'].post;
  return document;
}

function withRequiredField(document) {
  document.components.schemas.CreateModelRequest.required.push('owner');
  return document;
}

function withAddition(document) {
  const { ModelResponse, CreateModelRequest } = document.components.schemas;
  for (const { properties } of [ModelResponse, CreateModelRequest])
    properties.addedLater = { type: 'string', description: 'Added later.' };
  const added = structuredClone(document.paths['/api/v1/me']);
  added.get.operationId = 'getAddedLater';
  document.paths['/api/v1/added-later'] = added;
  return document;
}

/** A check that cannot fail proves nothing. */
function prove(released, folder) {
  const cases = [
    ['an operation that is gone', withoutOperation, false],
    ['a field that became required', withRequiredField, false],
    ['additions', withAddition, true],
  ];
  for (const [name, edit, expected] of cases) {
    const file = join(folder, 'edited.json');
    writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(released, 'utf8')))));
    const { isCompatible } = compare(released, file);
    if (isCompatible !== expected) throw new Error(`The comparison is wrong about ${name}.`);
    console.log(`${isCompatible ? 'lets through' : 'refuses'} ${name}: as it must`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'stagegate-breaking-'));
try {
  const released = lastReleased();
  prove(released, folder);
  const { isCompatible, report } = compare(released, CURRENT);
  console.log(report);
  if (!isCompatible) {
    console.error(`openapi/openapi.json breaks clients of ${released}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
