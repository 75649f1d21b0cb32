import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sliceKey, type Slice } from '../../../judging/evidence/slice-key.js';
import { Config } from '../../../platform/config.js';
import { findModel } from '../../../registry/models/models.queries.js';
import { loadVersion } from '../../../registry/versions/versions.queries.js';
import { isPlainObject } from '../../../values/values.js';
import { type Curve, type CurveKind } from '../engine/curves/curve.js';
import { Engine } from '../engine/engine.service.js';
import { Turnstile } from '../../../platform/jobs/turnstile.js';
import { findStoredOnAny } from '../kept/kept.queries.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { type StoredPredictions } from '../kept/stored-predictions.entity.js';
import { type PredictionSpec } from '../prediction-layout.js';
import { type VersionCurvesQuery, type VersionCurvesResponse } from './curves.dto.js';
import { curveNotApplicable, curveUnavailable, predictionsNotKept, sliceUnknown } from './curves.problems.js';

/** Kept rows never change, so that a curve of them is drawn once; these many are remembered. */
const MOST_REMEMBERED = 200;
/** Callers who may wait for the one process that draws. */
const MOST_WAITING = 8;

/** Draws pictures of kept predictions, in a process of its own. */
@Injectable()
export class CurvesService {
  private readonly drawn = new Map<string, Promise<Curve>>();
  private readonly turnstile = new Turnstile(1);
  private waiting = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly files: PredictionFiles,
    private readonly engine: Engine,
  ) {}

  async getVersionCurves(
    name: string,
    version: number,
    { kind, dataset, slice }: VersionCurvesQuery,
  ): Promise<VersionCurvesResponse> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, name);
    await loadVersion(manager, name, version);
    const stored = await findStoredOnAny(manager, id, version, dataset ?? null);
    if (!stored || !(await this.isHere(stored))) throw predictionsNotKept(version, dataset);
    const fault = kindFault(kind, stored.spec);
    if (fault !== null) throw curveNotApplicable(fault);
    const asked = readSlice(slice, stored.spec);
    const { datasetName, datasetVersion, datasetDigest, datasetSplit, evaluationId } = stored;
    const curve = await this.remember(stored, kind, asked);
    return {
      model: name,
      version,
      kind,
      dataset: {
        name: datasetName,
        version: datasetVersion,
        ...(datasetDigest !== null && { digest: datasetDigest }),
        ...(datasetSplit !== null && { split: datasetSplit }),
      },
      slice: asked,
      evaluationId,
      ...curve,
    };
  }

  /** Another replica may keep them in a folder of its own. */
  private async isHere({ id, storeId }: StoredPredictions): Promise<boolean> {
    if (!this.files.isAvailable || (await this.files.storeId()) !== storeId) return false;
    return this.files.isReadable(this.files.stored(id));
  }

  private remember(stored: StoredPredictions, kind: CurveKind, slice: Slice): Promise<Curve> {
    const key = `${stored.id} ${kind} ${sliceKey(slice)}`;
    const known = this.drawn.get(key);
    if (known) return known;
    const [oldest] = this.drawn.keys();
    if (this.drawn.size >= MOST_REMEMBERED && oldest !== undefined) this.drawn.delete(oldest);
    const curve = this.draw(stored, kind, slice);
    this.drawn.set(key, curve);
    curve.catch(() => this.drawn.delete(key));
    return curve;
  }

  private async draw(stored: StoredPredictions, kind: CurveKind, slice: Slice): Promise<Curve> {
    if (this.waiting >= MOST_WAITING) throw curveUnavailable('Others are waiting for their curves. Ask again soon.');
    this.waiting += 1;
    const leave = await this.turnstile.enter();
    const workId = randomUUID();
    try {
      const workDir = await this.files.workFolder(workId, 1);
      const { unpackedBytes, rows, columns, slices, memoryMegabytes, threads, draws } = this.config.predictions;
      const limits = { unpackedBytes, rows, columns, slices, memoryMegabytes, threads, draws };
      const { version, spec, predictionDigest } = stored;
      const predictions = { version, spec, predictionDigest, path: this.files.stored(stored.id) };
      const outcome = await this.engine.draw({ curve: kind, predictions, slice, workDir, limits }).outcome;
      if (outcome.kind === 'curve') return outcome.curve;
      if (outcome.kind === 'fault') throw curveUnavailable(outcome.fault.detail);
      throw new Error(`A curve was not drawn: ${outcome.message}`);
    } finally {
      this.waiting -= 1;
      leave();
      await this.files.dropWork(workId, 1);
    }
  }
}

/** Why predictions of this kind have no such curve; null when they have. */
function kindFault(kind: CurveKind, { task, columns }: PredictionSpec): string | null {
  if (kind === 'residuals') return task === 'regression' ? null : `Residuals are of regression, not of ${task}.`;
  if (task !== 'binary') return `A ${kind} curve is of binary predictions, not of ${task}.`;
  return columns.score === undefined ? `A ${kind} curve needs scores; these predictions have none.` : null;
}

function readSlice(text: string | undefined, { slices }: PredictionSpec): Slice {
  if (text === undefined) return {};
  const slice = parseObject(text);
  if (slice === null || Object.values(slice).some((value) => typeof value !== 'string'))
    throw sliceUnknown('The slice is a JSON object of texts, such as {"sex":"Female"}.');
  const unknown = Object.keys(slice).find((feature) => !slices.includes(feature));
  if (unknown !== undefined)
    throw sliceUnknown(`The predictions have no slices of '${unknown}'; they have ${slices.join(', ') || 'none'}.`);
  return slice as Slice;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? value : null;
  } catch {
    return null;
  }
}
