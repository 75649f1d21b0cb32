import { ProblemError } from '@stagegate/client';
import { type Session } from '../session.js';
import { type Finding, type MovedModel, type MovedVersion } from './moved-model.js';

/** What changed here, as the service says it. */
export interface Change {
  subject: string;
  version: number | null;
  name: string | null;
  from: string | null;
  to: string | null;
}

export interface Imported {
  model: string;
  changes: Change[];
  findings: Finding[];
  unchanged: number;
}

/** Statuses that are not about the model that was sent, so that whatever comes next would be answered the same. */
const OF_ALL: readonly number[] = [401, 403, 408, 429];
/** Bytes of a request, well below the largest body that is taken. */
const LARGEST_REQUEST = 400_000;
const MOST_VERSIONS = 200;

/** Sends a model to be imported; one that is refused is told, so that others can follow. */
export async function sendModel(session: Session, moved: MovedModel, dryRun: boolean): Promise<Imported> {
  const imported: Imported = { model: moved.name, changes: [], findings: [], unchanged: 0 };
  await sendBatches(session, moved, dryRun, imported).catch((error: unknown) => {
    imported.findings.push(refusalIn(error));
  });
  return imported;
}

export function isRefused({ findings }: Imported): boolean {
  return findings.some(({ code }) => code === 'REFUSED');
}

function refusalIn(error: unknown): Finding {
  if (!(error instanceof ProblemError) || error.status >= 500 || OF_ALL.includes(error.status)) throw error;
  return { code: 'REFUSED', version: null, detail: `${error.code}: ${error.message}` };
}

/** In as many requests as its versions need; aliases follow with the last. */
async function sendBatches(session: Session, moved: MovedModel, dryRun: boolean, imported: Imported): Promise<void> {
  const { name, versions, aliases, ...head } = moved;
  const batches = batchesOf(versions, bytesOf({ ...head, aliases }));
  const send = (body: object) => importBatch(session, name, { ...head, dryRun, ...body });
  const isSplitRehearsal = dryRun && batches.length > 1;
  for (const [index, batch] of batches.entries()) {
    const isLast = index === batches.length - 1;
    const answer = await send({ versions: batch, ...(isLast && !isSplitRehearsal && { aliases }) });
    const isFirst = index === 0;
    // A rehearsal makes no model, so that every batch but the first would announce it again.
    imported.changes.push(...answer.changes.filter(({ subject }) => isFirst || subject !== 'model'));
    imported.findings.push(...answer.findings);
    imported.unchanged += answer.unchanged;
  }
  if (isSplitRehearsal) addAliases(imported, await send({ versions: pointedAt(moved), aliases }));
}

/** A rehearsal registers nothing, so that the versions that aliases point at go with them once more. */
function pointedAt({ versions, aliases }: MovedModel): MovedVersion[] {
  const numbers = new Set(aliases.map(({ version }) => version));
  return versions.filter(({ version }) => numbers.has(version)).slice(0, MOST_VERSIONS);
}

/** Adds what was said of the aliases alone; the versions with them were counted before. */
function addAliases({ changes, findings }: Imported, ofAliases: Imported): void {
  changes.push(...ofAliases.changes.filter(({ subject }) => subject === 'alias'));
  findings.push(...ofAliases.findings.filter(({ code }) => code === 'ALIAS_NOT_TAKEN'));
}

async function importBatch(session: Session, model: string, body: object): Promise<Imported> {
  const answer = await session.client.post({
    url: '/api/v1/models/{model}/import',
    path: { model },
    body,
    headers: { 'Content-Type': 'application/json' },
    security: [{ scheme: 'bearer', type: 'http' }],
    responseStyle: 'data',
    throwOnError: true,
  });
  return answer as unknown as Imported;
}

/** Versions in the order of their numbers, as many as fit at a time beside what comes with each; none at all are one batch. */
export function batchesOf(versions: readonly MovedVersion[], headBytes: number): MovedVersion[][] {
  const batches: MovedVersion[][] = [[]];
  let size = headBytes;
  for (const version of versions) {
    const length = bytesOf(version);
    const batch = batches.at(-1)!;
    if (batch.length > 0 && (batch.length === MOST_VERSIONS || size + length > LARGEST_REQUEST)) {
      batches.push([version]);
      size = headBytes + length;
    } else {
      batch.push(version);
      size += length;
    }
  }
  return batches;
}

function bytesOf(value: object): number {
  return Buffer.byteLength(JSON.stringify(value));
}
