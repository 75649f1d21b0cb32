import { z } from 'zod';

/** MLflow writes what is no finite number as text, such as NaN. */
const metric = z.object({
  key: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  timestamp: z.coerce.number().optional(),
  step: z.coerce.number().optional(),
  dataset_name: z.string().optional(),
  dataset_digest: z.string().optional(),
  run_id: z.string().optional(),
});
const pair = z.object({ key: z.string(), value: z.string().optional() });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional().default([]);
const data = z.object({ metrics: list(metric), params: list(pair), tags: list(pair) }).partial();

const runAnswer = z.object({
  run: z.object({
    info: z.object({
      run_id: z.string().optional(),
      run_uuid: z.string().optional(),
      run_name: z.string().optional(),
      user_id: z.string().optional(),
      status: z.string().optional(),
      start_time: z.coerce.number().optional(),
      end_time: z.coerce.number().optional(),
    }),
    data: data.optional(),
    inputs: z
      .object({
        dataset_inputs: list(
          z.object({ tags: list(pair), dataset: z.object({ name: z.string(), digest: z.string().optional() }) }),
        ),
      })
      .optional(),
  }),
});

const modelAnswer = z.object({
  model: z.object({
    info: z.object({ model_id: z.string(), source_run_id: z.string().optional() }),
    data: data.optional(),
  }),
});

/** A metric as MLflow keeps it, on its dataset where one was named. */
export type MlflowMetric = z.infer<typeof metric>;
export type MlflowRun = z.infer<typeof runAnswer>['run'];
export type MlflowModel = z.infer<typeof modelAnswer>['model'];

/** A run as the tracking server answers it. @throws {ZodError} when it is not one */
export function parseRun(answer: unknown): MlflowRun {
  return runAnswer.parse(answer).run;
}

/** A logged model as the tracking server answers it. @throws {ZodError} when it is not one */
export function parseLoggedModel(answer: unknown): MlflowModel {
  return modelAnswer.parse(answer).model;
}

/** Servers of old call it `run_uuid` alone. */
export function runIdOf({ info }: MlflowRun): string {
  return info.run_id ?? info.run_uuid ?? '';
}

/** Of each metric the last value, on each dataset that it was measured on. */
export function lastMetrics(metrics: readonly MlflowMetric[]): MlflowMetric[] {
  const last = new Map<string, MlflowMetric>();
  for (const one of metrics) {
    const key = JSON.stringify([one.key, one.dataset_name ?? null, one.dataset_digest ?? null]);
    const known = last.get(key);
    if (!known || isLater(one, known)) last.set(key, one);
  }
  return [...last.values()];
}

function isLater(one: MlflowMetric, other: MlflowMetric): boolean {
  const [time, otherTime] = [one.timestamp ?? 0, other.timestamp ?? 0];
  return time === otherTime ? (one.step ?? 0) >= (other.step ?? 0) : time > otherTime;
}

export function tagOf(run: MlflowRun, key: string): string | undefined {
  return run.data?.tags?.find((tag) => tag.key === key)?.value;
}

/** What of a run went in: each dataset with what it was for. */
export function datasetsOf(run: MlflowRun): { name: string; digest: string; context: string | null }[] {
  return (run.inputs?.dataset_inputs ?? []).map(({ tags, dataset }) => ({
    name: dataset.name,
    digest: dataset.digest ?? '',
    context: tags.find(({ key }) => key === 'mlflow.data.context')?.value ?? null,
  }));
}
