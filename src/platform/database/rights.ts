import { escapeIdentifier } from 'pg';
import { type DataSource } from 'typeorm';

/** What the role of a connection may do to the schema. */
export interface SchemaRights {
  role: string;
  database: string;
  schema: string;
  mayCreate: boolean;
  isReadOnly: boolean;
  /** Who owns the tables; null where there are none yet. */
  owner: string | null;
  actsAsOwner: boolean;
}

/** A role without USAGE on a schema does not have it in its search path. */
const QUERY = `
  WITH place AS (SELECT coalesce(current_schema(), 'public') AS schema),
    tables AS (SELECT tableowner FROM pg_tables, place WHERE schemaname = schema AND tablename = 'migrations')
  SELECT current_user AS role, current_database() AS database, schema,
    coalesce(has_schema_privilege(to_regnamespace(quote_ident(schema)), 'CREATE'), false) AS "mayCreate",
    current_setting('transaction_read_only') = 'on' AS "isReadOnly",
    (SELECT tableowner FROM tables) AS owner,
    coalesce((SELECT pg_has_role(tableowner, 'USAGE') FROM tables), true) AS "actsAsOwner"
  FROM place`;

export async function readRights(dataSource: DataSource): Promise<SchemaRights> {
  const [rights] = await dataSource.query<SchemaRights[]>(QUERY);
  return rights!;
}

/** Why pending migrations cannot be applied, and what to do about it; undefined when they can. */
export function hindranceOfMigrating(rights: SchemaRights, pending: number): string | undefined {
  const { role, database, schema, owner } = rights;
  const count = pending === 1 ? '1 migration is' : `${pending} migrations are`;
  if (rights.isReadOnly) {
    return `The database is read-only, and its schema is older than this program: ${count} pending. Make it writable first.`;
  }
  if (!rights.actsAsOwner) {
    return (
      `The schema is older than this program: ${count} pending, and only the owner of its tables, "${owner}", may apply ` +
      `them, not the role "${role}". Run npm run migration:run with a DATABASE_URL of "${owner}", then start again.`
    );
  }
  if (rights.mayCreate) return undefined;
  return (
    `The role "${role}" may not create tables in the schema "${schema}" of the database "${database}", and ${count} pending. ` +
    'Let the owner of the database, or a superuser, run there: ' +
    `GRANT USAGE, CREATE ON SCHEMA ${escapeIdentifier(schema)} TO ${escapeIdentifier(role)};`
  );
}
