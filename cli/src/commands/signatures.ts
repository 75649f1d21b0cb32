import { getVersionSignatures, type SignatureResponse, submitSignature } from '@stagegate/client';
import { type Command } from 'commander';
import { readText } from '../documents.js';
import { Failure } from '../failure.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { modelArgument, versionArgument } from './options.js';

export function addSignatures(program: Command): void {
  const signature = program.command('signature').description('Signatures over the artifacts of versions');
  ofVersion(signature, 'list').description('Lists the signatures, and who signed').action(action(list));
  ofVersion(signature, 'add')
    .description('Keeps a signature: a Sigstore bundle, or a DSSE envelope that a key signed')
    .argument('<file>', 'the bundle or the envelope as JSON; - reads it from a pipe')
    .action(action(add));
}

function ofVersion(signature: Command, name: string): Command {
  return signature.command(name).addArgument(modelArgument()).addArgument(versionArgument());
}

async function list(session: Session, _options: unknown, model: string, version: number): Promise<void> {
  const { items } = await getVersionSignatures({ client: session.client, path: { model, version } });
  const rows = items.map((one) => [minute(one.createdAt), one.createdBy, signerOf(one), one.id]);
  session.answer(items, () => table(['SENT (UTC)', 'BY', 'SIGNED BY', 'ID'], rows, session.page));
}

async function add(
  session: Session,
  _options: unknown,
  ...[model, version, file]: [string, number, string]
): Promise<void> {
  const sent = objectIn(readText(file), file);
  const body = ('mediaType' in sent ? { bundle: sent } : sent) as never;
  const found = await submitSignature({ client: session.client, path: { model, version }, body });
  session.answer(found, () => [
    `Kept the signature of ${model} ${version}, signed by ${signerOf(found)}.`,
    `Signature ${found.id}`,
  ]);
}

function objectIn(text: string, file: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new Failure('UNREADABLE_FILE', `${file} is neither a Sigstore bundle nor a DSSE envelope.`);
}

/** Who signed; of an envelope alone that depends on the keys of the policy that asks. */
function signerOf({ sigstore }: SignatureResponse): string {
  if (sigstore === null) return 'a key';
  return sigstore.signer?.subject ?? `nobody, ${sigstore.fault}`;
}
