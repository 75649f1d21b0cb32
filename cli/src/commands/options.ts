import { Argument, Option } from 'commander';
import { Failure } from '../failure.js';
import { count } from '../parsers.js';

export const STAGES = ['None', 'Staging', 'Production', 'Archived'] as const;
export const GATED_STAGES = ['Staging', 'Production'] as const;

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function stageOption(flags: string, description: string): Option {
  return new Option(flags, description).choices(STAGES);
}

export function gatedStageOption(description: string): Option {
  return new Option('--to <stage>', description).choices(GATED_STAGES).default('Production');
}

export function limitOption(most = 50): Option {
  return new Option('-n, --limit <count>', 'how many to show at most').argParser(count).default(most);
}

/** What a filter can say is more than help can: the page Searching has it. */
export function filterOption(example: string): Option {
  return new Option(
    '--filter <expression>',
    `only what it holds for, such as "${example}"; docs/searching.md has its grammar`,
  );
}

export function policyCommentOption(): Option {
  return new Option('--comment <text>', 'why; kept beside the revision and in the audit record');
}

export function yesOption(): Option {
  return new Option('-y, --yes', 'does it without asking; nothing is asked where there is no terminal');
}

export function modelArgument(required = true): Argument {
  return new Argument(required ? '<model>' : '[model]', 'name of the model');
}

export function versionArgument(required = true): Argument {
  return new Argument(required ? '<version>' : '[version]', 'number of the version').argParser(count);
}

/** An id, and nothing that would be taken for one. */
export function idArgument(description: string): Argument {
  return new Argument('<id>', description).argParser((text) => {
    if (!UUID.test(text)) throw new Failure('WRONG_USAGE', `${text} is no id, such as history and --wide show.`);
    return text;
  });
}
