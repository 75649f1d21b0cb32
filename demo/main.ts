import { parseArgs } from 'node:util';
import { connect } from '@stagegate/client';
import { censusIncome, Example } from './example.js';
import { Tokens } from './people.js';
import { Screen } from './screen.js';
import { Story } from './story.js';
import { ServiceProcess } from './throw-away-service.js';

const USAGE = `Replays examples/census-income: two promotions, a refusal, a rollback, and the audit record.

  npm run demo                                 on a service and database of its own, removed afterwards
  npm run demo -- --url URL --token TOKEN      on a running service, with an administrator's token

  --url URL        the service; STAGEGATE_URL
  --token TOKEN    an administrator's token; STAGEGATE_TOKEN, which other users of the machine cannot see
  --model NAME     name for the demo's model; census-income, with the time behind it on a running service
  --example DIR    another folder of the same form
  --wide           does not fit tables to the terminal

Exit code 0: the story holds. 1: it does not. 2: it could not be told.`;

const OPTIONS = {
  url: { type: 'string' },
  token: { type: 'string' },
  model: { type: 'string' },
  example: { type: 'string' },
  wide: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What has to be undone however the demo ends, last first. */
const cleanUps: (() => Promise<void>)[] = [];
let leaving: Promise<never> | undefined;
let service: ServiceProcess | undefined;

/** A signal in the middle of the story and the failure that follows from it leave once. */
function leave(exitCode: number): Promise<never> {
  leaving ??= (async () => {
    let code = exitCode;
    for (const cleanUp of cleanUps.splice(0).reverse()) {
      await cleanUp().catch((error: unknown) => {
        process.stderr.write(`Cleaning up failed: ${messageOf(error)}\n`);
        code ||= 2;
      });
    }
    process.exit(code);
  })();
  return leaving;
}

async function main(): Promise<never> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return leave(0);
  }
  const url = values.url ?? process.env.STAGEGATE_URL;
  const token = values.token ?? process.env.STAGEGATE_TOKEN;
  if (Boolean(url) !== Boolean(token)) throw new Error('A running service needs both, URL and token.');
  const screen = new Screen(values.wide);
  const example = new Example(values.example ?? censusIncome());
  const registry = url && token ? { url, token } : await throwAway(screen);
  screen.print(`Stagegate at ${registry.url}`);
  const admin = connect({ baseUrl: registry.url, token: registry.token });
  const tokens = new Tokens(registry.url, admin);
  await tokens.assertAdmin();
  cleanUps.push(() => tokens.revoke());
  const model = values.model ?? (url ? `${example.model.name}-${Date.now()}` : example.model.name);
  await new Story(screen, example, admin, await tokens.issue(), model).tell();
  const holds = screen.conclude();
  screen.print(url ? `The model ${model} stays in the registry.` : 'Service and database are removed again.');
  return leave(holds ? 0 : 1);
}

async function throwAway(screen: Screen): Promise<{ url: string; token: string }> {
  screen.print('Starting a service with a database of its own …');
  const own = new ServiceProcess();
  service = own;
  cleanUps.push(() => own.remove());
  return own.ready();
}

function messageOf(error: unknown): string {
  const { message, cause } = Object(error) as { message?: string; cause?: { message?: string } };
  return [message ?? String(error), cause?.message].filter(Boolean).join(': ');
}

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => void leave(code));
}
main().catch((error: unknown) => {
  if (!leaving) process.stderr.write(`The story could not be told. ${messageOf(error)}\n`);
  if (!leaving && service?.lastWords) process.stderr.write(`The service said:\n${service.lastWords}\n`);
  return leave(2);
});
