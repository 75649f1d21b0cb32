import { type EventEmitter } from 'node:events';
import { type Duplex } from 'node:stream';
import { Client, type ClientConfig, type QueryConfig } from 'pg';
import { noteDriverError } from '../driver-errors.js';
import { type StatementNames } from './statement-names.js';

export interface DatabaseClientConfig extends ClientConfig {
  /** Names for what comes again in transactions, which is prepared by them; absent where a pooler gives each of them another session. */
  statementNames?: StatementNames;
}

/** What PostgreSQL says of a prepared statement whose columns a migration has changed since. */
const OUTDATED = 'cached plan must not change result type';
/** PostgreSQL's code for a statement that came after one had failed in its transaction. */
const ABORTED = '25P02';

/** The part of the driver that speaks with the server. */
type Connection = EventEmitter & { stream: Duplex };

/**
 * A connection to the database whose own errors are known for that wherever they are caught. What comes again in its transactions is
 * prepared; lists, which are read outside of any, are planned each time by the values that they are asked with. What is asked in the
 * same turn of the event loop is sent in one piece, since sending costs more than most of what is sent; where one of it fails, the others
 * fail of the same.
 */
export class DatabaseClient extends Client {
  private readonly names: StatementNames | undefined;
  /** Names from before a migration changed what they stand for are not used again. */
  private generation = 0;
  private isGathering = false;
  /** What failed last by itself, and with it the transaction that it was sent in. */
  private failed: unknown;

  constructor(config?: string | DatabaseClientConfig) {
    super(config);
    this.names = typeof config === 'object' ? config.statementNames : undefined;
    this.wire.on('error', noteDriverError);
    this.wire.on('errorMessage', (error: unknown) => void (isAborted(error) || (this.failed = error)));
  }

  private get wire(): Connection {
    return (this as unknown as { connection: Connection }).connection;
  }

  /** Takes and answers what the driver does, which no single type tells. */
  override query(...sent: unknown[]): never {
    const ask = super.query.bind(this) as (...sent: unknown[]) => Promise<unknown>;
    this.gather();
    const statement = this.namedOf(sent);
    const answer: unknown = statement ? this.sendNamed(ask, statement) : ask(...sent);
    if (!(answer instanceof Promise)) return answer as never;
    return answer.catch((error: unknown) => {
      throw isAborted(error) ? (this.failed ?? error) : error;
    }) as never;
  }

  private async sendNamed(ask: (sent: QueryConfig) => Promise<unknown>, statement: QueryConfig): Promise<unknown> {
    const send = () => ask({ ...statement, name: `${statement.name}/${this.generation}` });
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Error && error.message === OUTDATED)) throw error;
      this.generation += 1;
      // A transaction has failed with its statement, and is for its caller to begin again.
      if (this.getTransactionStatus() !== 'I') throw error;
      return send();
    }
  }

  private gather(): void {
    if (this.isGathering) return;
    const { stream } = this.wire;
    this.isGathering = true;
    stream.cork();
    setImmediate(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  /** What was sent as a statement with a name, if it has one or deserves it. */
  private namedOf([text, values, callback]: unknown[]): QueryConfig | undefined {
    if (isNamed(text)) return text;
    if (!this.names || typeof text !== 'string' || !Array.isArray(values) || callback) return undefined;
    if (values.length === 0 || this.getTransactionStatus() !== 'T') return undefined;
    const name = this.names.of(text);
    return name === undefined ? undefined : { name, text, values };
  }
}

function isAborted(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === ABORTED;
}

function isNamed(sent: unknown): sent is QueryConfig {
  if (typeof sent !== 'object' || sent === null || 'submit' in sent || 'callback' in sent) return false;
  return typeof (sent as QueryConfig).name === 'string';
}
