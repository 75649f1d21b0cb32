/** The name of the log and of the keys that sign its checkpoints. */
export const ORIGIN = 'stagegate/audit';

/** How far the record goes at a moment, and the root of the tree over it. */
export interface Checkpoint {
  /** Number of events. */
  size: number;
  /** Root of the RFC 6962 tree over the hashes of the events, in the order of their sequence. */
  root: Buffer;
  /** The sequence of the last event; 0 when there is none. */
  sequence: number;
  /** When it was made, as RFC 3339 with milliseconds. */
  signedAt: string;
}

const COUNT = /^(?:0|[1-9]\d{0,15})$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HASH_BYTES = 32;

/** The text that is signed: a C2SP tlog-checkpoint with two lines of its own. */
export function checkpointText({ size, root, sequence, signedAt }: Checkpoint): string {
  return `${[ORIGIN, size, root.toString('base64'), `sequence ${sequence}`, `signed ${signedAt}`].join('\n')}\n`;
}

/** Reads such a text; null unless it is one, byte for byte. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, size = '', root = '', last = '', signed = ''] = text.split('\n');
  const sequence = last.replace(/^sequence /, '');
  const signedAt = signed.replace(/^signed /, '');
  if (!COUNT.test(size) || !COUNT.test(sequence) || !TIME.test(signedAt)) return null;
  const checkpoint = {
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    sequence: Number(sequence),
    signedAt,
  };
  const isSound = checkpoint.root.length === HASH_BYTES && checkpointText(checkpoint) === text;
  return isSound ? checkpoint : null;
}
