/** What a page says of a problem beyond its title. */
export interface ProblemGuide {
  /** What came to pass, so that the answer is this one. */
  cause: string;
  /** What the caller, or whoever runs the service, does about it. */
  remedy: string;
  /** The detail of an example, as the service words it. */
  detail: string;
  /** The path that the example asked for. */
  instance: string;
  /** Codes that are met in the same places. */
  related: readonly string[];
}

/** Cause, remedy, the detail of an example, and codes met in the same places. */
type Words = readonly [cause: string, remedy: string, detail: string, related?: readonly string[]];

/** The guides of codes whose examples come from one path. */
export function guidesAt(instance: string, words: Readonly<Record<string, Words>>): Record<string, ProblemGuide> {
  return Object.fromEntries(
    Object.entries(words).map(([code, [cause, remedy, detail, related = []]]) => [
      code,
      { cause, remedy, detail, instance, related },
    ]),
  );
}
