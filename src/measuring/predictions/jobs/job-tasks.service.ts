import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config.js';
import { Problem } from '../../../platform/http/problem.js';
import { loadProduction } from '../../../registry/versions/versions.queries.js';
import { engineFault } from '../engine/engine-fault.js';
import { type EngineSource, type EngineTask, type StoredRef } from '../engine/engine-task.js';
import { type JobRow } from './prediction-job.entity.js';
import { findJobRow } from './prediction-jobs.queries.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { findStored, loadStored } from '../kept/kept.queries.js';
import { areReversed, shownClasses, idColumns, mergeSpecs, type PredictionSpec } from '../prediction-layout.js';
import { SourceRoots } from '../uploads/source-roots.service.js';
import { type StoredPredictions } from '../kept/stored-predictions.entity.js';

/** A task for the engine, and what could not be part of it. */
export interface PreparedTask {
  job: JobRow;
  task: EngineTask;
  spec: PredictionSpec;
  warnings: string[];
}

/** Turns a job into a task: the file at hand, and the predictions to compare with. */
@Injectable()
export class JobTasks {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly files: PredictionFiles,
    private readonly roots: SourceRoots,
  ) {}

  async prepare(id: string, attempt: number): Promise<PreparedTask> {
    const job = (await findJobRow(this.dataSource.manager, id))!;
    const workDir = await this.files.workFolder(id, attempt);
    const source = await this.sourceOf(job, workDir);
    const spec = source.kind === 'stored' ? mergeSpecs(source.predictions.spec, source.rows.spec) : job.request.spec;
    const warnings: string[] = [];
    const incumbents = await this.incumbentsOf(job, spec, warnings);
    if (job.source.kind === 'stored' && job.source.needsComparison && incumbents.length === 0) {
      throw engineFault('COMPARISON_IMPOSSIBLE', warnings.join(' '));
    }
    const { unpackedBytes, rows, columns, slices, memoryMegabytes, threads, draws } = this.config.predictions;
    const limits = { unpackedBytes, rows, columns, slices, memoryMegabytes, threads, draws };
    const outputFile = join(workDir, 'rows.parquet');
    return { job, task: { source, spec, workDir, outputFile, limits, incumbents }, spec, warnings };
  }

  private async sourceOf({ id, source }: JobRow, workDir: string): Promise<EngineSource> {
    if (source.kind === 'stored') {
      const [predictions, rows] = [await this.keptOf(source.predictionsId), await this.keptOf(source.rowsId)];
      return { kind: 'stored', predictions, rows, provesExamples: source.provesExamples ?? false };
    }
    const { format, delimiter, marks } = source;
    const form = { format, delimiter, marks };
    if (source.kind === 'uri') {
      const path = join(workDir, 'source');
      await this.copy(path, source.uri, source.digest);
      return { kind: 'file', path, form };
    }
    const path = this.files.incoming(id);
    if (await this.files.isReadable(path)) return { kind: 'file', path, form };
    throw engineFault('SPOOL_UNREACHABLE', 'The uploaded file is no longer there; submit it again.');
  }

  /** A named file may change while it is read, so a copy is measured and digested. */
  private async copy(path: string, uri: string, stated: string | null): Promise<void> {
    const found = await this.roots.resolve(uri).catch((error: unknown) => {
      throw error instanceof Problem ? engineFault('SOURCE_UNREADABLE', error.detail) : error;
    });
    const { digest } = await this.files.spool(path, createReadStream(found.path));
    if (stated === null || stated === digest) return;
    throw engineFault('DIGEST_MISMATCH', `The file has the digest ${digest}, not ${stated}.`);
  }

  private async keptOf(id: string): Promise<StoredRef> {
    const stored = await loadStored(this.dataSource.manager, id);
    if (!stored) throw new Error(`The predictions ${id} are not recorded.`);
    const reason = await this.unreadable(stored);
    if (reason !== null)
      throw engineFault('SOURCE_UNREADABLE', `The kept predictions of version ${stored.version} ${reason}.`);
    return this.refOf(stored);
  }

  private async incumbentsOf(job: JobRow, spec: PredictionSpec, warnings: string[]): Promise<StoredRef[]> {
    const refs: StoredRef[] = [];
    const isPairable = idColumns(spec).length > 0;
    for (const version of await this.versionsToCompare(job)) {
      const stored = await findStored(this.dataSource.manager, job.modelId, version, job.request.dataset);
      const reason = !isPairable
        ? 'rows have no id'
        : stored === undefined
          ? 'no predictions are kept of it on this dataset'
          : stored.spec.task !== spec.task
            ? `its kept predictions are of the task ${stored.spec.task}`
            : areReversed(stored.spec, spec)
              ? `its kept predictions take ${shownClasses(stored.spec)}, these ${shownClasses(spec)}`
              : await this.unreadable(stored);
      if (stored !== undefined && reason === null) {
        refs.push(this.refOf(stored));
      } else warnings.push(`Version ${version} was not compared with: ${reason}.`);
    }
    return refs;
  }

  private refOf({ id, version, spec, predictionDigest }: StoredPredictions): StoredRef {
    return { version, path: this.files.stored(id), spec, predictionDigest };
  }

  private async versionsToCompare(job: JobRow): Promise<number[]> {
    const versions = job.request.compareWith ?? (await this.versionInProduction(job.modelId));
    return versions.filter((version) => version !== job.version);
  }

  private async versionInProduction(modelId: string): Promise<number[]> {
    const production = await loadProduction(this.dataSource.manager, modelId);
    return production ? [production.version] : [];
  }

  private async unreadable(stored: StoredPredictions): Promise<string | null> {
    const path = this.files.stored(stored.id);
    if (!(await this.files.isReadable(path))) return 'lie in a data folder that this replica cannot read';
    return (await this.files.digestOf(path)) === stored.fileDigest ? null : 'were changed on disk';
  }
}
