import { type ChainHead } from '../audit/audit-chain.js';

/** The first line of a segment: which one it is, and what the record was before it. */
export interface SegmentHeader {
  /** From 1 on. */
  segment: number;
  /** Sequences of its first and its last event. */
  first: number;
  last: number;
  events: number;
  /** Events of the record up to its end. */
  size: number;
  /** Times of its first and its last event, as RFC 3339. */
  firstAt: string;
  lastAt: string;
  /** The file digest of the segment before; null for the first. */
  previous: string | null;
  before: RecordState;
}

/** The record at a sequence, with all that it takes to go on from there. */
export interface RecordState {
  /** Over the hashes of all events until then, in their order: what a verification answers. */
  digest: string;
  /** The newest event of each chain, in the order of the chains' names. */
  heads: ChainHead[];
  /** The complete trees of falling sizes that the Merkle tree consists of, hexadecimal. */
  tree: string[];
}

/** The line after the events. */
export interface SegmentFooter {
  after: RecordState;
  /** The signed checkpoint of the record up to the end of the segment. */
  checkpoint: string;
}

/** What the seal says, a signed note over all lines before it, which is the last line. */
export interface SealedSegment {
  segment: number;
  first: number;
  last: number;
  events: number;
  size: number;
  /** SHA-256 of all bytes before the line of the seal, hexadecimal. */
  fileDigest: string;
  signedAt: string;
}

/** The first line of the text of a seal: no checkpoint begins like this. */
const ORIGIN = 'stagegate/archive';
const LINES =
  /^stagegate\/archive\nsegment (\d+)\nevents (\d+)-(\d+) (\d+)\nsize (\d+)\nsha256 ([0-9a-f]{64})\nsigned (\S+)\n$/;

/** The text that is signed. */
export function sealText({ segment, first, last, events, size, fileDigest, signedAt }: SealedSegment): string {
  const lines = [
    ORIGIN,
    `segment ${segment}`,
    `events ${first}-${last} ${events}`,
    `size ${size}`,
    `sha256 ${fileDigest}`,
    `signed ${signedAt}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Reads such a text; null unless it is one, byte for byte. */
export function parseSeal(text: string): SealedSegment | null {
  const [, segment, first, last, events, size, fileDigest, signedAt] = LINES.exec(text) ?? [];
  if (fileDigest === undefined || signedAt === undefined) return null;
  const numbers = { segment: Number(segment), first: Number(first), last: Number(last), events: Number(events) };
  const sealed = { ...numbers, size: Number(size), fileDigest, signedAt };
  return sealText(sealed) === text ? sealed : null;
}

/** The name of the file of a segment, by which files sort in their order. */
export function segmentFileName(segment: number): string {
  return `segment-${String(segment).padStart(6, '0')}.ndjson`;
}
