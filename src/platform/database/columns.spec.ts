import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columnNames, columnsOf, insertionOf, tableOf, toColumns } from './columns.js';
import { oneOf } from './one-of.js';

@Entity('measured_things')
class MeasuredThing {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'given_name', nullable: true })
  givenName: string | null;

  @Column({ type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } })
  rows: number;

  @Column('bigint', { name: 'byte_count' })
  byteCount: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}

it('a column is selected under the name of its property, and a count that is a number as one', () => {
  expect(columnsOf(MeasuredThing, 't')).toBe(
    't.id, t.given_name AS "givenName", t.rows::float8 AS "rows", t.byte_count AS "byteCount", t.created_at AS "createdAt"',
  );
});

it('some columns are selected as the entity orders them', () => {
  expect(columnsOf(MeasuredThing, 't', ['createdAt', 'id'])).toBe('t.id, t.created_at AS "createdAt"');
});

it('properties have the names of their columns, in the order asked for', () => {
  expect(columnNames(MeasuredThing, ['createdAt', 'id'])).toEqual(['created_at', 'id']);
});

it('a row is written by the names of its columns, and only what it holds', () => {
  const row = { givenName: null, createdAt: new Date(0), unknown: 1 };
  expect(JSON.parse(toColumns(MeasuredThing, row))).toEqual({
    given_name: null,
    created_at: '1970-01-01T00:00:00.000Z',
  });
});

it('a whole row is inserted into the table of its entity', () => {
  expect(tableOf(MeasuredThing)).toBe('measured_things');
  expect(insertionOf(MeasuredThing, '$2')).toBe(
    'INSERT INTO measured_things SELECT * FROM json_populate_record(NULL::measured_things, $2)',
  );
});

it('a check lists the values of its constant, quoted', () => {
  expect(oneOf('stage', ['None', 'Staging'])).toBe(`stage IN ('None', 'Staging')`);
});
