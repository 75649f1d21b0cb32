import { type QueryRunner } from 'typeorm';
import { inSpan, isTracing, isUnderSpan, type SpanTold } from '../telemetry/spans.js';

const LONGEST_TEXT = 2_000;

/** What a span tells of a statement: its text with places for its values, and no value. */
function toldOf(text: string): [name: string, told: SpanTold] {
  const operation = /[A-Za-z]+/.exec(text)?.[0].toUpperCase() ?? 'SQL';
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.query.text': text.slice(0, LONGEST_TEXT),
  };
  return [operation, { kind: 'CLIENT', attributes }];
}

/** Makes a span of a statement that is part of something; the polling for work that every replica does gets none. */
export function asStatement<Result>(text: string, ask: () => Promise<Result>): Promise<Result> {
  return isUnderSpan() ? inSpan(...toldOf(text), ask) : ask();
}

/** Makes spans of the statements of a connection, where traces are asked for. */
export function traceStatements(runner: QueryRunner): void {
  if (!isTracing()) return;
  const query = runner.query.bind(runner) as (text: string, ...rest: unknown[]) => Promise<unknown>;
  runner.query = ((text: string, ...rest: unknown[]) =>
    asStatement(text, () => query(text, ...rest))) as QueryRunner['query'];
}
