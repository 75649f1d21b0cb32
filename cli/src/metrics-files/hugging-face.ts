import { isCount, type Json, type Reading } from './reading.js';

const PREFIX = /^(eval|test|predict)_/;
/** What every trainer writes beside the metrics. */
const BY_TRAINER = /^(?:eval|test|predict)_(?:loss|runtime|samples|samples_per_second|steps_per_second)$/;

export function isHuggingFace(document: Json): boolean {
  return Object.keys(document).some((name) => BY_TRAINER.test(name));
}

/** Results of a Hugging Face trainer: the prefix goes where there is but one, and its samples are the count. */
export function readHuggingFace(reading: Reading, document: Json): void {
  const prefixes = new Set(Object.keys(document).flatMap((name) => PREFIX.exec(name)?.[1] ?? []));
  for (const [name, value] of Object.entries(document)) {
    const prefix = PREFIX.exec(name)?.[1];
    if (name === `${prefix}_samples` && isCount(value)) continue;
    const count = document[`${prefix ?? [...prefixes][0]}_samples`];
    const as = prefixes.size === 1 && prefix !== undefined ? name.slice(prefix.length + 1) : name;
    reading.take(name, value, { as, count });
  }
}
