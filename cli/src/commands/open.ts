import { type Command, Argument } from 'commander';
import { chooseServer } from '../server.js';
import { action, type Session } from '../session.js';

const PAGES = { docs: '/docs', problems: '/docs/problems', console: '/console/' } as const;

export function addOpen(program: Command): void {
  program
    .command('open')
    .description('Opens a page of the server in the browser')
    .addArgument(new Argument('[page]', 'which page').choices(Object.keys(PAGES)).default('docs'))
    .option('--print', 'says the address instead')
    .action(action(open));
}

async function open(session: Session, { print }: { print?: true }, page: keyof typeof PAGES): Promise<void> {
  const url = `${chooseServer(session.options, process.env, process.cwd()).url}${PAGES[page]}`;
  if (!print && !session.json) {
    const { default: openInBrowser } = await import('open');
    await openInBrowser(url);
  }
  session.answer({ url }, () => url);
}
