import { hash as hashOf } from 'node:crypto';
import { compareText } from '../../values/compare-text.js';
import { type ChainHead, emptyChain, GENESIS_HASH } from '../audit/audit-chain.js';
import { GrowingTree, leafHash } from '../checkpoints/merkle.js';
import { type ExportedEvent, readEventLine } from './event-line.js';
import { type RecordState } from './segment.js';

/** A line of an export as bytes, without its line end. */
export interface ExportLine {
  bytes: Buffer;
  /** Whether a line end follows; the last line of a file that was cut has none. */
  isWhole: boolean;
}

/** What can be wrong. */
export type FaultKind =
  'changed' | 'missing' | 'added' | 'reordered' | 'spliced' | 'truncated' | 'rewritten' | 'signature';

/** Something that is wrong, and where. */
export interface Fault {
  kind: FaultKind;
  /** Line of the export, from 1 on; null when it concerns no line. */
  line: number | null;
  /** Sequence of the event; null when there is none to name. */
  sequence: number | null;
  reason: string;
}

/** Faults that are named; all are counted. */
const MOST_FAULTS = 100;

/**
 * Walks over the lines of an export, event by event. It keeps the head of each chain and some twenty hashes, however long the
 * export is. In a part of the record a chain may begin anywhere; in the whole of it each begins at its beginning.
 */
export class ExportWalk {
  readonly faults: Fault[] = [];
  faultCount = 0;
  events = 0;
  /** The sequence of the newest event. */
  last = 0;
  chains = new Map<string, ChainHead>();
  tree = new GrowingTree();
  /** The hashes of events that somebody wants to prove, by sequence. */
  readonly wanted = new Map<number, { hash: string; chain: string }>();
  private line = 0;
  private digest = GENESIS_HASH;

  constructor(
    private readonly isPart: boolean,
    private readonly wants: ReadonlySet<number> = new Set(),
    /** Told after each event, how many the record has up to it. */
    private readonly onEvent: (size: number) => void = () => undefined,
  ) {}

  add({ bytes, isWhole }: ExportLine): void {
    this.line += 1;
    const { event, fault } = readEventLine(bytes);
    if (!isWhole) return this.note('truncated', event, 'The export ends within a line.');
    if (fault !== null) this.note('changed', event, fault);
    if (event === null) return;
    this.place(event);
    this.events += 1;
    this.tree.add(leafHash(event.hash));
    this.digest = hashOf('sha256', `${this.digest}\n${event.hash}`);
    if (this.wants.has(event.sequence)) this.wanted.set(event.sequence, { hash: event.hash, chain: event.chain });
    this.onEvent(this.tree.size);
  }

  /** Counts a line that holds no event. */
  pass(): void {
    this.line += 1;
  }

  /** The record up to the newest event. */
  state(): RecordState {
    const heads = [...this.chains.values()].sort((one, other) => compareText(one.chain, other.chain));
    return { digest: this.digest, heads, tree: this.tree.hashes() };
  }

  /** Goes on behind a part of the record that is not at hand, as somebody tells it. */
  resume({ digest, heads, tree }: RecordState, { size, last }: { size: number; last: number }): void {
    this.digest = digest;
    this.chains = new Map(heads.map((head) => [head.chain, head]));
    this.tree = GrowingTree.of(size, tree);
    this.last = last;
  }

  note(
    kind: FaultKind,
    event: Pick<ExportedEvent, 'sequence'> | null,
    reason: string,
    line: number | null = this.line,
  ): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push({ kind, line, sequence: event?.sequence ?? null, reason });
  }

  /** Whether the event stands where it belongs, after the one before it and in its chain. */
  private place(event: ExportedEvent): void {
    const { chain, position, sequence, previousHash, hash } = event;
    if (sequence === this.last) this.note('added', event, 'The event stands here twice.');
    else if (sequence < this.last)
      this.note('reordered', event, `The event comes after event ${this.last}, which is newer.`);
    const head = this.chains.get(chain) ?? (this.isPart ? beforeFirst(event) : emptyChain(chain));
    const missing = position - head.position - 1;
    const where = chain === 'registry' ? "the registry's chain" : `the chain of model ${chain}`;
    if (missing > 0) this.note('missing', event, `${count(missing)} missing before it, in ${where}.`);
    else if (missing < 0) this.note('added', event, `Its place in ${where} is taken by event ${head.sequence}.`);
    else if (previousHash !== head.hash)
      this.note('spliced', event, `It does not continue event ${head.sequence} of ${where}.`);
    if (sequence > this.last) this.last = sequence;
    if (missing >= 0) this.chains.set(chain, { chain, position, sequence, hash });
  }
}

function beforeFirst({ chain, position, previousHash }: ExportedEvent): ChainHead {
  return { chain, position: position - 1, sequence: 0, hash: previousHash };
}

function count(events: number): string {
  return events === 1 ? 'One event is' : `${events} events are`;
}
