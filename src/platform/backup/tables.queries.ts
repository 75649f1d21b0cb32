import { type Client } from 'pg';
import { type BackupSequence, type BackupTable } from './backup-file.js';

/** Rows are read and written so many at a time, so that a large registry needs no large memory. */
export const BATCH_ROWS = 200;

/** Every table of the registry with the columns that are written, those that the database computes left out. */
export async function readTables(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows;
}

/** The rows of a table, each as one text from which the database makes the same row again, whatever the types of its columns. */
export async function* readRows(client: Client, { table, columns }: BackupTable): AsyncGenerator<string[]> {
  const selected = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const from = client.escapeIdentifier(table);
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ROW(${selected})::text AS row FROM ${from}`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${BATCH_ROWS} FROM backup`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('CLOSE backup');
}

export async function readSequences(client: Client): Promise<BackupSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.refobjid = to_regclass('public.migrations'))
     ORDER BY c.relname`,
  );
  const sequences: BackupSequence[] = [];
  for (const { name } of rows) {
    const from = client.escapeIdentifier(name);
    const read = await client.query(`SELECT last_value::text AS value, is_called AS "isCalled" FROM ${from}`);
    sequences.push({ sequence: name, ...(read.rows[0] as { value: string; isCalled: boolean }) });
  }
  return sequences;
}

/** Takes away what migrations have put there, for rows that are the whole truth; triggers must be off. */
export async function emptyTables(client: Client): Promise<void> {
  const names = (await readTables(client)).map(({ table }) => client.escapeIdentifier(table));
  await client.query(`TRUNCATE ${names.join(', ')}`);
}

/** A statement that writes rows of this table from their texts. */
export async function writerOf(
  client: Client,
  { table, columns }: BackupTable,
): Promise<(rows: string[]) => Promise<void>> {
  const name = client.escapeIdentifier(table);
  const types = await typesOf(client, table);
  // A type of its own reads the text of exactly these columns, in this order, though the table has others as well.
  const fields = columns.map((column) => `${client.escapeIdentifier(column)} ${types.get(column) ?? 'text'}`);
  await client.query('DROP TYPE IF EXISTS pg_temp.backup_row');
  await client.query(`CREATE TYPE pg_temp.backup_row AS (${fields.join(', ')})`);
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const text =
    `INSERT INTO ${name} (${listed}) OVERRIDING SYSTEM VALUE ` +
    'SELECT (made).* FROM (SELECT line::pg_temp.backup_row AS made FROM unnest($1::text[]) AS line OFFSET 0) AS read';
  return async (rows) => void (await client.query(text, [rows]));
}

async function typesOf(client: Client, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
    [`public.${client.escapeIdentifier(table)}`],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

export async function setSequence(client: Client, { sequence, value, isCalled }: BackupSequence): Promise<void> {
  await client.query('SELECT setval(to_regclass($1), $2::bigint, $3)', [
    `public.${client.escapeIdentifier(sequence)}`,
    value,
    isCalled,
  ]);
}
