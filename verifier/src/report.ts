import { type Verdict } from './verify.js';

/** What a person reads of a verdict. */
export function describe(verdict: Verdict): string {
  const { valid, events, chains, segments, last, checkpoint, earlier, proven, faults, faultCount, warnings } = verdict;
  const signed =
    checkpoint && `checkpoint of ${checkpoint.size} events, ${signature(checkpoint.signedBy)}, ${checkpoint.signedAt}`;
  const before =
    earlier &&
    `continues the checkpoint of ${earlier.size} events, ${signature(earlier.signedBy)}, ${earlier.signedAt}`;
  const proof = proven > 0 && `${proven} proven to be in the signed record`;
  const facts = [
    `${events} events in ${chains} chains, up to sequence ${last}`,
    segments > 0 && `${segments} segment${segments === 1 ? '' : 's'} of the archive`,
    signed,
    valid && before,
    proof,
  ];
  return [
    `${valid ? 'VERIFIED' : 'NOT VERIFIED'}: ${facts.filter(Boolean).join('; ')}`,
    ...faults.map(
      ({ kind, line, sequence, reason }) => `  ${kind}${at('line', line)}${at('event', sequence)}: ${reason}`,
    ),
    ...(faultCount > faults.length ? [`  and ${faultCount - faults.length} more`] : []),
    ...warnings.map((warning) => `  note: ${warning}`),
    '',
  ].join('\n');
}

function at(what: string, number: number | null): string {
  return number === null ? '' : `, ${what} ${number}`;
}

function signature(key: string | null): string {
  return key === null ? 'signature not checked' : `signed by key ${key}`;
}
