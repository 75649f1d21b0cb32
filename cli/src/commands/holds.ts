import { getHold, type HoldResponse, liftHold, setHold } from '@stagegate/client';
import { type Command } from 'commander';
import { action, type Session } from '../session.js';
import { fields, minute } from '../text/table.js';
import { modelArgument } from './options.js';

export function addHolds(program: Command): void {
  const hold = program
    .command('hold')
    .description('The hold of a model, such as after a rollback: nothing is promoted until a person lifts it');
  hold.command('show').description('Shows the hold of a model').addArgument(modelArgument()).action(action(show));
  hold
    .command('set')
    .description('Holds a model')
    .addArgument(modelArgument())
    .requiredOption('--reason <text>', 'why nothing may be promoted')
    .action(action(set));
  hold
    .command('lift')
    .description('Lifts the hold of a model')
    .addArgument(modelArgument())
    .option('--reason <text>', 'why it may be promoted again')
    .action(action(lift));
}

async function show(session: Session, _options: unknown, model: string): Promise<void> {
  const found = await getHold({ client: session.client, path: { model } });
  session.answer(found, () => fields(factsOf(found), session.page));
}

async function set(session: Session, { reason }: { reason: string }, model: string): Promise<void> {
  const found = await setHold({ client: session.client, path: { model }, body: { reason } });
  session.answer(found, () => `Holds ${model}.`);
}

async function lift(session: Session, { reason }: { reason?: string }, model: string): Promise<void> {
  const found = await liftHold({ client: session.client, path: { model }, body: { reason } });
  session.answer(found, () => `Lifted the hold of ${model}, set by ${found.setBy} at ${minute(found.setAt)} UTC.`);
}

function factsOf({ model, reason, setAt, setBy, transitionId }: HoldResponse): [string, string | null][] {
  return [
    ['Model', model],
    ['Held', `${minute(setAt)} by ${setBy}`],
    ['Reason', reason],
    ['Transition', transitionId],
  ];
}
