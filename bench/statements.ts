import { type Logger, type DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type pg from 'pg';

export interface Statement {
  text: string;
  parameters: unknown[];
}

/** Every statement that one action of the service sends, with its parameters. */
export async function captureStatements(dataSource: DataSource, action: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const before = dataSource.logger;
  const silent = (): void => undefined;
  const logQuery = (text: string, parameters?: unknown[]): void =>
    void statements.push({ text, parameters: parameters ?? [] });
  const recorder: Logger = {
    logQuery,
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  dataSource.logger = recorder;
  await action();
  dataSource.logger = before;
  return statements;
}

const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Sends captured statements for another subject: known values are exchanged, ids made by the action are made anew. */
export async function replay(
  client: pg.Client,
  statements: readonly Statement[],
  exchange: ReadonlyMap<unknown, unknown>,
): Promise<void> {
  const fresh = new Map<string, string>();
  const swapId = (id: string): string => {
    if (!fresh.has(id)) fresh.set(id, (exchange.get(id) as string | undefined) ?? uuidv7());
    return fresh.get(id)!;
  };
  const swap = (value: unknown): unknown => {
    if (exchange.has(value)) return exchange.get(value);
    return typeof value === 'string' ? value.replace(IDS, swapId) : value;
  };
  for (const { text, parameters } of statements) await client.query(text, parameters.map(swap));
}
