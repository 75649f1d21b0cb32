import { type ComparedField, type Difference, findDifferences, missingObject } from './difference.js';

/** What came of comparing the objects of one event. */
export interface Comparison {
  sequence: number;
  /** Objects that were compared with what the event tells of them. */
  compared: number;
  /** Objects that the event, of an earlier release, tells too little of to be compared as a whole. */
  notCovered: number;
  differences: readonly Difference[];
}

/** An object that an event tells of, and how it is found. */
export interface NamedObject extends Pick<Difference, 'kind' | 'id'> {
  /** The event. */
  sequence: number;
  /** Whether the event tells all of it. */
  isCovered?: boolean;
}

/** An event that names no object; the service itself writes none like it. */
export function nothingNamed(sequence: number): Comparison {
  return { sequence, compared: 0, notCovered: 0, differences: [] };
}

/** Compares an object as it is stored, or is not, with what an event tells of it. */
export function compareStored<Row>(
  { sequence, isCovered = true, ...object }: NamedObject,
  row: Row | undefined,
  fieldsOf: (row: Row) => readonly ComparedField[],
): Comparison {
  const differences = row === undefined ? [missingObject(object)] : findDifferences(object, fieldsOf(row));
  return { sequence, compared: 1, notCovered: isCovered ? 0 : 1, differences };
}
