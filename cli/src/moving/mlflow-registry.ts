import { Failure } from '../failure.js';

/** A no of the other registry, with the status it came with. */
export class RegistryRefusal extends Failure {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super('COMMAND_FAILED', message);
  }
}

/** A model as the MLflow API tells it; times are milliseconds since the epoch. */
export interface MlflowModel {
  name: string;
  creation_timestamp?: number;
  last_updated_timestamp?: number;
  user_id?: string;
  description?: string;
  tags?: Tag[];
  aliases?: { alias: string; version: string }[];
}

/** A version as the MLflow API tells it. */
export interface MlflowVersion {
  name: string;
  version: string;
  creation_timestamp?: number;
  last_updated_timestamp?: number;
  user_id?: string;
  current_stage?: string;
  description?: string;
  source?: string;
  run_id?: string;
  run_link?: string;
  model_id?: string;
  status?: string;
  tags?: Tag[];
}

export interface Tag {
  key: string;
  value?: string;
}

type Answer = Record<string, unknown> & { next_page_token?: string };

const LONGEST_MS = 60_000;
const IS_PROMPT = 'mlflow.prompt.is_prompt';

/** Reads a registry over the MLflow API: MLflow's own, or a Stagegate. */
export class MlflowRegistry {
  constructor(
    readonly uri: string,
    private readonly authorization: string | null,
  ) {}

  /** Every model that is no prompt, by name. */
  async *models(): AsyncGenerator<MlflowModel> {
    for await (const answer of this.pages('registered-models/search', { max_results: '100', order_by: 'name ASC' }))
      for (const model of (answer.registered_models ?? []) as MlflowModel[])
        if (!model.tags?.some(({ key, value }) => key === IS_PROMPT && value?.toLowerCase() === 'true')) yield model;
  }

  /** One model with its aliases, which a search leaves out. */
  async model(name: string): Promise<MlflowModel> {
    const { registered_model: model } = await this.ask('registered-models/get', { name });
    return model as MlflowModel;
  }

  /** The versions of a model by ascending number. */
  async versions(name: string): Promise<MlflowVersion[]> {
    const query = { filter: `name='${name}'`, max_results: '1000', order_by: 'version_number ASC' };
    const versions: MlflowVersion[] = [];
    for await (const answer of this.pages('model-versions/search', query))
      versions.push(...((answer.model_versions ?? []) as MlflowVersion[]));
    return versions.sort((one, other) => Number(one.version) - Number(other.version));
  }

  /** Where the artifact of a version lies, which for a copy is another place than its source. */
  async artifactUri(name: string, version: string): Promise<string> {
    const { artifact_uri: uri } = await this.ask('model-versions/get-download-uri', { name, version });
    return String(uri);
  }

  private async *pages(path: string, query: Record<string, string>): AsyncGenerator<Answer> {
    for (let token: string | undefined; ;) {
      const answer = await this.ask(path, token === undefined ? query : { ...query, page_token: token });
      yield answer;
      token = answer.next_page_token || undefined;
      if (token === undefined) return;
    }
  }

  private async ask(path: string, query: Record<string, string>): Promise<Answer> {
    const url = `${this.uri}/api/2.0/mlflow/${path}?${new URLSearchParams(query).toString()}`;
    const headers: Record<string, string> = this.authorization === null ? {} : { authorization: this.authorization };
    const { response, text } = await wholeAnswer(url, headers).catch((error: unknown) => {
      throw new Failure('UNREACHABLE', `${this.uri} cannot be reached.`, { cause: error });
    });
    const answer = parsed(text);
    if (answer === null) throw new Failure('UNEXPECTED_ANSWER', `What answered at ${this.uri} is no MLflow registry.`);
    if (response.ok) return answer;
    const message = typeof answer.message === 'string' ? answer.message : `It answered ${response.status}.`;
    throw new RegistryRefusal(response.status, `${this.uri} refused ${path}: ${message}`);
  }
}

async function wholeAnswer(
  url: string,
  headers: Record<string, string>,
): Promise<{ response: Response; text: string }> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(LONGEST_MS) });
  return { response, text: await response.text() };
}

function parsed(text: string): Answer | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Answer) : null;
  } catch {
    return null;
  }
}

/** How to sign in at the other registry, by the variables that MLflow's own client reads. */
export function mlflowAuthorization(env: Readonly<Record<string, string | undefined>>): string | null {
  const { MLFLOW_TRACKING_TOKEN: token, MLFLOW_TRACKING_USERNAME: user, MLFLOW_TRACKING_PASSWORD: password } = env;
  if (token) return `Bearer ${token}`;
  return user ? `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` : null;
}
