import { breakGlass, type GatedStage, grantWaiver, listWaivers, revokeWaiver } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { first } from '../lists.js';
import { incumbentOf, time, versionOrNone, type VersionOrNone } from '../parsers.js';
import { action, type Session } from '../session.js';
import { type Column, minute, table } from '../text/table.js';
import { gatedStageOption, idArgument, limitOption, modelArgument, versionArgument, yesOption } from './options.js';
import { conclude } from './transitions.js';

interface WaiveOptions {
  to: GatedStage;
  reason: string;
  expiresAt?: string;
}

interface BreakGlassOptions {
  to: GatedStage;
  reason: string;
  ticket?: string;
  expectIncumbent?: VersionOrNone;
  yes?: true;
}

/** What lets a version through that the gates alone would not: waivers, and breaking the glass. */
export function addExceptions(program: Command): void {
  ofVersion(program, 'waive')
    .description('Waives a rule that is inconclusive for a version')
    .argument('<rule>', 'id of the rule, as check names it')
    .addOption(gatedStageOption('the stage whose gates shall pass it over'))
    .requiredOption('--reason <text>', 'why')
    .option('--expires-at <time>', 'how long it holds, seven days at most', time)
    .action(action(waive));
  ofVersion(program, 'waivers')
    .description('Lists the waivers of a version')
    .addOption(limitOption())
    .action(action(waivers));
  ofVersion(program, 'revoke-waiver')
    .description('Revokes a waiver')
    .addArgument(idArgument('id of the waiver'))
    .addOption(yesOption())
    .action(action(revoke));
  ofVersion(program, 'break-glass')
    .description(
      'Asks for a promotion that the gates refuse, in an emergency; a second person confirms it, and a review follows',
    )
    .addOption(gatedStageOption('the stage it shall go to'))
    .requiredOption('--reason <text>', 'what the emergency is')
    .option('--ticket <ticket>', 'where it is dealt with')
    .option(
      '--expect-incumbent <version>',
      'refuses to act when another is in Production; none for nobody',
      versionOrNone,
    )
    .addOption(yesOption())
    .action(action(breakTheGlass));
}

function ofVersion(program: Command, name: string): Command {
  return program.command(name).addArgument(modelArgument()).addArgument(versionArgument());
}

async function waive(
  session: Session,
  { to: toStage, reason, expiresAt }: WaiveOptions,
  ...[model, version, ruleId]: [string, number, string]
): Promise<ExitCode> {
  const body = { toStage, ruleId, reason, expiresAt };
  const found = await grantWaiver({ client: session.client, path: { model, version }, body });
  const lacking = found.lacking === 0 ? '' : ` It takes ${found.lacking} more before the rule is passed over.`;
  session.answer(found, () => [
    `Waived ${ruleId} of ${model} ${version} for ${toStage} until ${minute(found.expiresAt)} UTC.${lacking}`,
    `Waiver ${found.id}`,
  ]);
  return found.lacking === 0 ? EXIT.done : EXIT.awaiting;
}

async function waivers(session: Session, { limit }: { limit: number }, model: string, version: number): Promise<void> {
  const items = await first(listWaivers, { client: session.client, path: { model, version } }, limit);
  const columns: Column[] = ['RULE', 'TO', 'STATE', 'UNTIL (UTC)', 'BY', { title: 'REASON', prose: true }, 'ID'];
  const rows = items.map((one) => [
    one.ruleId,
    one.toStage,
    one.state,
    minute(one.expiresAt),
    one.grantedBy,
    one.reason,
    one.id,
  ]);
  session.answer(items, () => table(columns, rows, session.page));
}

async function revoke(
  session: Session,
  { yes }: { yes?: true },
  ...[model, version, id]: [string, number, string]
): Promise<void> {
  await confirmed(session, { question: `Revoke the waiver ${id} of ${model} ${version}?`, yes, unasked: 'goes on' });
  const found = await revokeWaiver({ client: session.client, path: { model, version, id } });
  session.answer(found, () => `Revoked the waiver of ${found.ruleId} for ${model} ${version}.`);
}

async function breakTheGlass(
  session: Session,
  { to: toStage, reason, ticket, expectIncumbent, yes }: BreakGlassOptions,
  model: string,
  version: number,
): Promise<ExitCode> {
  const question = `Put ${model} ${version} into ${toStage} past its gates?`;
  await confirmed(session, { question, yes, unasked: 'goes on' });
  const body = { toStage, reason, ticket, expectedIncumbent: incumbentOf(expectIncumbent) };
  return conclude(session, await breakGlass({ client: session.client, path: { model, version }, body }));
}
