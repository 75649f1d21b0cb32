import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type CreateModelRequest,
  type GatePolicyDocument,
  type RegisterVersionRequest,
  type SubmitEvaluationRequest,
} from '@stagegate/client';

/** The folder of an example: each file is the body of one request. */
export class Example {
  constructor(private readonly dir: string) {}

  get model(): CreateModelRequest {
    return this.read('model.json');
  }

  get policy(): GatePolicyDocument {
    return this.read('policy.json');
  }

  version(number: number): RegisterVersionRequest {
    return this.read(`versions/v${number}.json`);
  }

  evaluation(number: number): SubmitEvaluationRequest {
    return this.read(`evaluations/v${number}.json`);
  }

  /** A metric of a version on the whole test data. */
  overall(number: number, metric: string): number {
    const found = this.evaluation(number).metrics.find(
      ({ name, slice }) => name === metric && Object.keys(slice ?? {}).length === 0,
    );
    if (found?.value === undefined) throw new Error(`evaluations/v${number}.json has no ${metric} of the whole`);
    return found.value;
  }

  private read<Content>(name: string): Content {
    return JSON.parse(readFileSync(join(this.dir, name), 'utf8')) as Content;
  }
}

/** The example that comes with the sources, wherever the demo was built to. */
export function censusIncome(): string {
  let root = import.meta.dirname;
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  return join(root, 'examples', 'census-income');
}
