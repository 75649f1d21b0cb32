import { type Paint, painter } from './paint.js';

/** What an answer is written on: how it is coloured, and how many columns a line may take. */
export interface Page {
  paint: Paint;
  /** Infinity where nobody looks, such as in a pipe: there a line is a line. */
  width: number;
}

interface Stream {
  isTTY?: boolean;
  columns?: number;
}

/** Of a terminal that does not say. */
export const USUAL_WIDTH = 80;
const NARROWEST = 20;

/** A terminal as wide as it says; anything else, and a page that is asked to be wide, has no edge. */
export function pageOf(stream: Stream, isWide = false): Page {
  const width = stream.isTTY && !isWide ? Math.max(NARROWEST, stream.columns || USUAL_WIDTH) : Infinity;
  return { paint: painter(stream), width };
}
