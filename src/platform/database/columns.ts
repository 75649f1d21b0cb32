import { type EntityManager, getMetadataArgsStorage } from 'typeorm';

export type EntityClass<Row extends object> = new () => Row;

interface StoredColumn {
  property: string;
  name: string;
  /** Sent as text by the database, and a number in the entity. */
  isNumber: boolean;
  isTime: boolean;
}

/**
 * The columns of an entity, or some of them, each under the name of its property, for a SELECT by hand. Its decorators have told
 * them by the time that its module is loaded, so this needs no connection, and the text of a statement is made once.
 */
export function columnsOf<Row extends object>(
  entity: EntityClass<Row>,
  alias: string,
  only?: readonly (string & keyof Row)[],
): string {
  return storedColumns(entity)
    .filter(({ property }) => only?.some((name) => name === property) ?? true)
    .map(({ property, name, isNumber }) => {
      const column = isNumber ? `${alias}.${name}::float8` : `${alias}.${name}`;
      return property === name && !isNumber ? column : `${column} AS "${property}"`;
    })
    .join(', ');
}

/** SQL for a row as one JSON object by the names of its properties, times as RFC 3339 in UTC whatever the session's zone is. */
export function jsonOf(
  entity: EntityClass<object>,
  alias: string,
  { without = [], extra = [] }: { without?: readonly string[]; extra?: readonly string[] } = {},
): string {
  const members = storedColumns(entity)
    .filter(({ property }) => !without.includes(property))
    .map(
      ({ property, name, isTime }) => `'${property}', ${isTime ? timeText(`${alias}.${name}`) : `${alias}.${name}`}`,
    );
  return `json_build_object(${[...members, ...extra].join(', ')})`;
}

/** A time that is not finite has no date, and is told as the database writes it. */
function timeText(column: string): string {
  return `CASE WHEN isfinite(${column}) THEN to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ELSE ${column}::text END`;
}

/** The names that some properties of an entity have in its table. */
export function columnNames<Row extends object>(
  entity: EntityClass<Row>,
  properties: readonly (string & keyof Row)[],
): string[] {
  const names = new Map(storedColumns(entity).map(({ property, name }) => [property, name]));
  return properties.map((property) => names.get(property)!);
}

/** A row, or a part of one, as JSON by the names of its columns: what `json_populate_record` reads. */
export function toColumns<Row extends object>(entity: EntityClass<Row>, row: Partial<Row>): string {
  const given = storedColumns(entity).filter(({ property }) => property in row);
  return JSON.stringify(Object.fromEntries(given.map(({ property, name }) => [name, row[property as keyof Row]])));
}

/** The statement that inserts a whole row given as `toColumns` makes it, for one that inserts more than this row. */
export function insertionOf<Row extends object>(entity: EntityClass<Row>, parameter: string): string {
  const table = tableOf(entity);
  return `INSERT INTO ${table} SELECT * FROM json_populate_record(NULL::${table}, ${parameter})`;
}

/** Inserts a whole row; what it leaves out is null, whatever the default of the column. */
export async function insertRow<Row extends object>(
  manager: EntityManager,
  entity: EntityClass<Row>,
  row: Row,
): Promise<void> {
  await manager.query(insertionOf(entity, '$1'), [toColumns(entity, row)]);
}

/** The table of an entity. */
export function tableOf<Row extends object>(entity: EntityClass<Row>): string {
  return getMetadataArgsStorage().filterTables(entity)[0]!.name!;
}

/** Columns that a base class declares are the entity's as well. */
function storedColumns(entity: EntityClass<object>): StoredColumn[] {
  return getMetadataArgsStorage()
    .filterColumns(lineageOf(entity))
    .map(({ propertyName, options }) => ({
      property: propertyName,
      name: options.name ?? propertyName,
      isNumber: options.type === 'bigint' && options.transformer !== undefined,
      isTime: options.type === 'timestamptz',
    }));
}

/** A class with those it extends. */
function lineageOf(entity: EntityClass<object>): EntityClass<object>[] {
  const base = Object.getPrototypeOf(entity) as EntityClass<object>;
  return base.prototype === undefined ? [entity] : [entity, ...lineageOf(base)];
}
