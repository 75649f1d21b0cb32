import { type EntityManager } from 'typeorm';

/**
 * Takes back all that a transaction did so far, its locks too, and lets it go on with nothing done. In an ambient transaction
 * that holds for the command's savepoint: releasing it would keep the locks until the request has its answer.
 */
export async function startOver({ queryRunner }: EntityManager): Promise<void> {
  if (!queryRunner) throw new Error('Only a transaction can be started over.');
  await queryRunner.rollbackTransaction();
  await queryRunner.startTransaction();
}
