import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Command } from 'commander';
import { readText } from '../documents.js';
import { envelopeIn, keysIn, signerOf, type Statement, statementIn } from '../dsse.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { action, type Session } from '../session.js';
import { fields } from '../text/table.js';

interface VerifyOptions {
  key: string;
  artifact?: string;
}

export function addVerifyAttestation(program: Command): void {
  program
    .command('verify-attestation')
    .description('Verifies the attestation of a transition by the keys of its registry, without asking the registry')
    .argument('<file>', 'the attestation, as the registry answers it; - reads it from a pipe')
    .requiredOption('--key <file>', 'the keys: /.well-known/stagegate-keys.json of the registry, or PEM')
    .option('--artifact <file>', 'an artifact, which then has to be the one that is attested')
    .action(action(verifyAttestation));
}

async function verifyAttestation(session: Session, { key, artifact }: VerifyOptions, file: string): Promise<ExitCode> {
  const envelope = envelopeIn(readText(file), file);
  const signer = signerOf(envelope, keysIn(readText(key), key));
  if (signer === undefined) return refuse(session, `None of the keys of ${key} signed ${file}.`);
  const statement = statementIn(envelope, file);
  const digests = statement.subject.map(({ digest }) => digest['sha256']);
  if (artifact !== undefined && !digests.includes(await digestOf(artifact)))
    return refuse(session, `${artifact} is not the artifact that is attested.`);
  session.answer({ verified: true, statement }, () => ['Verified.', fields(factsOf(statement), session.page)]);
  return EXIT.done;
}

function refuse(session: Session, reason: string): ExitCode {
  session.answer({ verified: false, reason }, () => `Not verified: ${reason}`);
  return EXIT.other;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw new Failure('UNREADABLE_FILE', `${file} cannot be read: ${(error as Error).message}.`);
  }
  return hash.digest('hex');
}

/** What the predicate of Stagegate says; another one is told by its type alone. */
interface Told {
  transition?: { kind: string; toStage: string; appliedAt: string };
  requester?: { subject: string };
  verdict?: string | null;
  approvals?: { actor: string; decision: string }[];
  waivers?: { ruleId: string; grantedBy: string }[];
  override?: { ticket: string | null } | null;
}

function factsOf({ subject, predicateType, predicate }: Statement): [string, string | null][] {
  const { transition, requester, verdict = null, approvals = [], waivers = [], override } = predicate as Told;
  const [artifact] = subject;
  const approvers = approvals.filter(({ decision }) => decision === 'approve').map(({ actor }) => actor);
  return [
    ['Artifact', artifact ? `${artifact.name} sha256:${artifact.digest['sha256']}` : null],
    ['Predicate', predicateType],
    ['Transition', transition ? `${transition.kind} to ${transition.toStage} at ${transition.appliedAt}` : null],
    ['Requested by', requester?.subject ?? null],
    ['Approved by', approvers.join(', ') || null],
    ['Verdict', verdict],
    ...waivers.map(({ ruleId, grantedBy }): [string, string] => ['Waived', `${ruleId} by ${grantedBy}`]),
    ...(override ? ([['Emergency', override.ticket ?? 'without a ticket']] as [string, string][]) : []),
  ];
}
