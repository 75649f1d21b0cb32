import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { TrackingFault } from './tracking-fault.js';

/** Longer than a server that is well takes to find one run. */
const LONGEST_MS = 8_000;
const LARGEST_BYTES = 16 * 1024 * 1024;
const API = '/api/2.0/mlflow';

/** Asks the MLflow tracking server of the configuration, and no other: an answer that leads elsewhere is not followed. */
@Injectable()
export class TrackingServer {
  constructor(private readonly config: Config) {}

  /** Its address, or null when none is configured. */
  get uri(): string | null {
    return this.config.tracking.uri;
  }

  /** A run as MLflow tells it. @throws {TrackingFault} */
  async readRun(runId: string): Promise<unknown> {
    return json(await this.ask(`${API}/runs/get`, { run_id: runId }));
  }

  /** A logged model of MLflow 3. @throws {TrackingFault} */
  async readLoggedModel(id: string): Promise<unknown> {
    return json(await this.ask(`${API}/logged-models/${encodeURIComponent(id)}`));
  }

  /** The text of the file `MLmodel` of a logged model, which has its signature. @throws {TrackingFault} */
  readModelFile(id: string): Promise<string> {
    const path = `/ajax-api/2.0/mlflow/logged-models/${encodeURIComponent(id)}/artifacts/files`;
    return this.ask(path, { artifact_file_path: 'MLmodel' });
  }

  private async ask(path: string, query: Record<string, string> = {}): Promise<string> {
    const search = new URLSearchParams(query).toString();
    const url = `${this.config.tracking.uri}${path}${search === '' ? '' : `?${search}`}`;
    const signal = AbortSignal.timeout(LONGEST_MS);
    const headers = await this.authorization();
    try {
      const response = await fetch(url, { headers, signal, redirect: 'error' });
      const text = await boundedText(response);
      if (response.ok) return text;
      throw TrackingFault.ofStatus(response.status, text);
    } catch (error) {
      throw error instanceof TrackingFault ? error : TrackingFault.ofNetwork(error);
    }
  }

  /** Files are read anew each time, since what puts them there also renews them. */
  private async authorization(): Promise<Record<string, string>> {
    const { token, tokenFile, username, password, passwordFile } = this.config.tracking;
    const bearer = token ?? (await secretOf(tokenFile));
    if (bearer !== null) return { authorization: `Bearer ${bearer}` };
    if (username === null) return {};
    const pair = `${username}:${password ?? (await secretOf(passwordFile)) ?? ''}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TrackingFault('The answer is no JSON; is it an MLflow server?', 'never');
  }
}

async function secretOf(file: string | null): Promise<string | null> {
  if (file === null) return null;
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new TrackingFault('The file of the credentials cannot be read.', 'later');
    },
  );
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LARGEST_BYTES) throw new TrackingFault(`The answer has more than ${LARGEST_BYTES} bytes.`, 'never');
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString();
}
