import { type Pool } from 'pg';
import { type DataSource } from 'typeorm';

/** The pool below TypeORM, for the few hot statements that are prepared by name. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
