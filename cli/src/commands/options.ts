import { Argument, Option } from 'commander';
import { count } from '../parsers.js';

export const STAGES = ['None', 'Staging', 'Production', 'Archived'] as const;
export const GATED_STAGES = ['Staging', 'Production'] as const;

export function stageOption(flags: string, description: string): Option {
  return new Option(flags, description).choices(STAGES);
}

export function gatedStageOption(description: string): Option {
  return new Option('--to <stage>', description).choices(GATED_STAGES).default('Production');
}

export function limitOption(most = 50): Option {
  return new Option('-n, --limit <count>', 'how many to show at most').argParser(count).default(most);
}

export function modelArgument(required = true): Argument {
  return new Argument(required ? '<model>' : '[model]', 'name of the model');
}

export function versionArgument(required = true): Argument {
  return new Argument(required ? '<version>' : '[version]', 'number of the version').argParser(count);
}
