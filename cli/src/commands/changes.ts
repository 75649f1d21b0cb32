import { type Command } from 'commander';
import { Failure } from '../failure.js';
import { pair } from '../parsers.js';

/** What can be written on a model or a version at any time. */
export interface ChangeOptions {
  description?: string;
  tag?: Record<string, string>;
  removeTag?: string[];
}

export function changeable(command: Command): Command {
  return command
    .option('--description <text>', 'another description; an empty one removes it')
    .option('--tag <key=value>', 'a label to set; may be repeated, and others stay', pair)
    .option('--remove-tag <key...>', 'a label to take away; may be repeated');
}

/** The fields that were given, which are all that changes; none is refused. */
export function changeOf<More extends object>(
  { description, tag, removeTag = [] }: ChangeOptions,
  more: More,
): More & { description?: string; tags?: Record<string, string | null> } {
  const tags = { ...tag, ...Object.fromEntries(removeTag.map((key) => [key, null])) };
  const change = { ...more, description, ...(Object.keys(tags).length > 0 && { tags }) };
  if (Object.values(change).every((value) => value === undefined))
    throw new Failure('WRONG_USAGE', 'Say what shall change; --help lists what can.');
  return change;
}
