import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhookDeliveries,
  listWebhooks,
  redeliverWebhook,
  redeliverWebhookDelivery,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
  type WebhookDeliveryStatus,
  type WebhookFormat,
} from '@stagegate/client';
import { type Command, Option } from 'commander';
import { confirmed } from '../confirm.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { first } from '../lists.js';
import { duration, time } from '../parsers.js';
import { action, type Session } from '../session.js';
import { countedText } from '../text/numbers.js';
import { type Column, minute, table } from '../text/table.js';
import { idArgument, limitOption, UUID, yesOption } from './options.js';
import { reachText } from '../reach.js';

const FORMATS: readonly WebhookFormat[] = ['cloudevents', 'slack', 'teams', 'mail'];
const STATUSES: readonly WebhookDeliveryStatus[] = ['waiting', 'delivered', 'dead'];

interface CreateOptions {
  type?: string[];
  model?: string;
  modelPrefix?: string;
  format?: WebhookFormat;
}

interface RedeliverOptions {
  from?: string;
  to?: string;
}

const webhookArgument = () => idArgument('id of the webhook');

export function addWebhooks(program: Command): void {
  const webhook = program.command('webhook').description('Addresses that are told of events');
  webhook.command('list').description('Lists the webhooks').addOption(limitOption()).action(action(list));
  webhook
    .command('create')
    .description('Makes a webhook and shows its secret once')
    .argument('<url>', 'where it leads; mailto: for mails')
    .option('--type <type...>', 'the types of events it is told of, every one unless given; may be repeated')
    .option('--model <model>', 'only what concerns this model')
    .option('--model-prefix <prefix>', 'only what concerns models whose names begin so')
    .addOption(new Option('--format <format>', 'what is sent').choices(FORMATS))
    .action(action(create));
  webhook
    .command('delete')
    .description('Deletes a webhook')
    .addArgument(webhookArgument())
    .addOption(yesOption())
    .action(action(remove));
  addStates(webhook);
  webhook
    .command('test')
    .description('Sends a message now, and says what came of it')
    .addArgument(webhookArgument())
    .action(action(test));
  webhook
    .command('deliveries')
    .description('Lists what was sent and what waits')
    .addArgument(webhookArgument())
    .addOption(new Option('--status <status>', 'only deliveries of this status').choices(STATUSES))
    .addOption(limitOption())
    .action(action(deliveries));
  webhook
    .command('redeliver')
    .description('Sends a delivery again, or all events of a span of time')
    .addArgument(webhookArgument())
    .argument('[delivery]', 'id of the delivery; with --from none')
    .option('--from <time>', 'all events from this time on', time)
    .option('--to <time>', 'and before this time', time)
    .action(action(redeliver));
}

function addStates(webhook: Command): void {
  for (const [name, enabled, description] of [
    ['enable', true, 'Sends to a webhook again, what happened meanwhile too'],
    ['disable', false, 'Sends nothing to a webhook until it is enabled'],
  ] as const)
    webhook
      .command(name)
      .description(description)
      .addArgument(webhookArgument())
      .action(action((session, _options: unknown, id: string) => able(session, enabled, id)));
  webhook
    .command('secret')
    .description('Makes a new secret of a webhook and shows it once; for a while the former one signs, too')
    .addArgument(webhookArgument())
    .option('--overlap <duration>', 'for how long, such as 2h; a day unless given', duration)
    .addOption(yesOption())
    .action(action(rotate));
}

async function able(session: Session, enabled: boolean, id: string): Promise<void> {
  const found = await updateWebhook({ client: session.client, path: { id }, body: { enabled } });
  session.answer(found, () => `The webhook to ${found.url} is ${enabled ? 'enabled' : 'disabled'}.`);
}

async function rotate(session: Session, { overlap, yes }: { overlap?: number; yes?: true }, id: string): Promise<void> {
  const { client } = session;
  const { url } = await getWebhook({ client, path: { id } });
  await confirmed(session, { question: `Make a new secret of the webhook to ${url}?`, yes, unasked: 'goes on' });
  const body = { overlapSeconds: overlap === undefined ? undefined : Math.round(overlap / 1_000) };
  const found = await rotateWebhookSecret({ client, path: { id }, body });
  session.answer(found, () => [
    `Webhook ${found.id}`,
    ...(found.formerSecretUntil === null
      ? []
      : [`The former secret signs as well until ${minute(found.formerSecretUntil)} UTC.`]),
    'Its secret is shown this once:',
    found.secret,
  ]);
}

async function list(session: Session, { limit }: { limit: number }): Promise<void> {
  const items = await first(listWebhooks, { client: session.client }, limit);
  const columns: Column[] = ['URL', 'TYPES', 'FOR', 'FORMAT', { title: 'STATE', prose: true }, 'ID'];
  const rows = items.map((one) => [
    one.url,
    one.types.join(', '),
    reachText(one),
    one.format,
    one.enabled ? 'enabled' : `disabled: ${one.disabledReason ?? ''}`,
    one.id,
  ]);
  session.answer(items, () => table(columns, rows, session.page));
}

async function create(session: Session, options: CreateOptions, url: string): Promise<void> {
  const { type: types = ['*'], model, modelPrefix, format } = options;
  const found = await createWebhook({ client: session.client, body: { url, types, model, modelPrefix, format } });
  session.answer(found, () => [`Webhook ${found.id}`, 'Its secret is shown this once:', found.secret]);
}

async function remove(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  const { client } = session;
  const { url } = await getWebhook({ client, path: { id } });
  await confirmed(session, { question: `Delete the webhook to ${url}?`, yes, unasked: 'goes on' });
  await deleteWebhook({ client, path: { id } });
  session.answer({ id, deleted: true }, () => `Deleted the webhook to ${url}.`);
}

async function test(session: Session, _options: unknown, id: string): Promise<ExitCode> {
  const found = await testWebhook({ client: session.client, path: { id } });
  const { delivered, responseStatus, durationMilliseconds, error } = found;
  const answered = responseStatus === null ? '' : `, answered ${responseStatus}`;
  session.answer(found, () =>
    delivered
      ? `Delivered in ${durationMilliseconds} ms${answered}.`
      : `Not delivered${answered}: ${error ?? 'no reason was given'}`,
  );
  return delivered ? EXIT.done : EXIT.other;
}

async function deliveries(
  session: Session,
  { status, limit }: { status?: WebhookDeliveryStatus; limit: number },
  id: string,
): Promise<void> {
  const items = await first(listWebhookDeliveries, { client: session.client, path: { id }, query: { status } }, limit);
  const right = (title: string): Column => ({ title, align: 'right' });
  const columns: Column[] = [right('EVENT'), 'TYPE', 'STATUS', right('TRIES'), right('ANSWER'), 'NEXT (UTC)', 'ID'];
  const rows = items.map((one) => [
    one.eventId,
    one.type,
    one.status,
    one.attempts,
    one.responseStatus,
    minute(one.nextAttemptAt),
    one.id,
  ]);
  session.answer(items, () => table(columns, rows, session.page));
}

async function redeliver(
  session: Session,
  { from, to }: RedeliverOptions,
  id: string,
  delivery?: string,
): Promise<void> {
  const { client } = session;
  if ((delivery === undefined) === (from === undefined))
    throw new Failure('WRONG_USAGE', 'Name a delivery, or a span of time with --from.');
  if (delivery === undefined) {
    const found = await redeliverWebhook({ client, path: { id }, body: { from: from!, to } });
    return session.answer(found, () => `Sends ${countedText(found.deliveries, 'event')} again.`);
  }
  if (!UUID.test(delivery)) throw new Failure('WRONG_USAGE', `${delivery} is no id, such as deliveries shows.`);
  const found = await redeliverWebhookDelivery({ client, path: { id, delivery } });
  session.answer(found, () => `Sends the delivery ${delivery} again.`);
}
