import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type SubmitEvaluationRequest } from '../../measuring/evaluations/evaluations.dto.js';
import { EvaluationsService } from '../../measuring/evaluations/evaluations.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { Problem } from '../../platform/http/problem.js';
import { packageRoot } from '../../platform/package-files.js';
import { type PolicyDocument } from '../../promotion/policies/gate-policies.dto.js';
import { GatePoliciesService } from '../../promotion/policies/gate-policies.service.js';
import { type CreateModelRequest } from '../../registry/models/models.dto.js';
import { ModelsService } from '../../registry/models/models.service.js';
import { type RegisterVersionRequest } from '../../registry/versions/versions.dto.js';
import { VersionsService } from '../../registry/versions/versions.service.js';

export const EXAMPLE_MODEL = 'census-income';

/** Registers what the files of the example hold; each is the body of one request. */
@Injectable()
export class ExampleRegistry {
  constructor(
    private readonly models: ModelsService,
    private readonly versions: VersionsService,
    private readonly evaluations: EvaluationsService,
    private readonly policies: GatePoliciesService,
  ) {}

  /** Creates the model with its policy, and answers its name; null when there is a model of this name already. */
  async begin(caller: Caller): Promise<string | null> {
    if (await this.isThere()) return null;
    const { name: model } = await this.models.createModel(read<CreateModelRequest>('model.json'), caller);
    await this.policies.setGatePolicy(
      { of: 'model', model },
      { document: read<PolicyDocument>('policy.json') },
      caller,
    );
    return model;
  }

  async addVersion(model: string, version: number, caller: Caller): Promise<void> {
    await this.versions.registerVersion(model, read<RegisterVersionRequest>(`versions/v${version}.json`), caller);
    const evaluation = read<SubmitEvaluationRequest>(`evaluations/v${version}.json`);
    await this.evaluations.submitEvaluation(model, version, evaluation, caller);
  }

  private async isThere(): Promise<boolean> {
    try {
      await this.models.getModel(EXAMPLE_MODEL);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return false;
      throw error;
    }
  }
}

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(packageRoot(), 'examples', EXAMPLE_MODEL, name), 'utf8')) as Content;
}
