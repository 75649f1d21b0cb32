import { openAsBlob, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Role } from '../../../src/platform/access/permission.js';
import { type TestApp } from './app.js';
import { type Json } from './client.js';
import { checkAnswer, DOCUMENT } from './contract.js';
import { found } from '../limits.js';

/** One request of the story that the examples of the API document tell; what it answered is kept beside it. */
export interface Step {
  /** The operation, and after a dot which of its examples. */
  name: string;
  operation: string;
  /** Who asks; nobody when absent. */
  as?: keyof typeof PEOPLE;
  headers?: Record<string, string>;
  /** Where; `{step.field}` stands for a field of an earlier answer, `{step.items.0.id}` for one further inside, here as in the body. */
  path: string;
  body?: Json;
  /** File to be sent beside the body, as a form. */
  upload?: string;
  accept?: string;
  status: number;
  /** Asked again until the answer has these fields. */
  until?: Record<string, string>;
}

const PEOPLE = { admin: ['admin'], ruth: ['admin'], anna: ['approver'], ci: ['contributor'] } satisfies Record<
  string,
  Role[]
>;
const ROOT = join(import.meta.dirname, '..', '..', '..');
export const EXAMPLES = join(ROOT, 'openapi', 'examples');
export const PREDICTIONS = join(ROOT, 'examples', 'census-income', 'predictions');

export const STORY = JSON.parse(readFileSync(join(EXAMPLES, 'story.json'), 'utf8')) as Step[];

export interface Told {
  status: number;
  body: Json;
}

/** Tells the story to a service; every answer is held against the API document. */
export class Teller {
  private readonly answers = new Map<string, Json>();
  private readonly tokens = new Map<string, string>();

  constructor(private readonly app: TestApp) {}

  tell(step: Step): Promise<Told> {
    return found(`the answer to ${step.name} is what it waits for`, async () => {
      const told = await this.ask(step);
      this.answers.set(step.name, told.body);
      if (Object.entries(step.until ?? {}).every(([field, value]) => told.body[field] === value)) return told;
      if (told.body.status === 'failed') throw new Error(JSON.stringify(told.body));
      return undefined;
    });
  }

  private async ask(step: Step): Promise<Told> {
    const method = methodOf(step.operation);
    const path = this.filled(step.path);
    const response = await fetch(`${this.app.url}${path}`, { method, ...(await this.toRequest(step)) });
    const text = await response.text();
    const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
    const body = isJson && text !== '' ? JSON.parse(text) : text;
    checkAnswer(method, path, { status: response.status, headers: response.headers, body });
    return { status: response.status, body };
  }

  /** Fills in what earlier answers have: `{step.field}`, or a path of fields and places in lists. */
  private filled(text: string): string {
    return text.replace(/\{(\w[^{}":]*)\}/g, (match, place: string) => {
      const names = [...this.answers.keys()].filter((told) => place.startsWith(`${told}.`));
      if (names.length === 0) return match;
      const name = names.reduce((longest, other) => (other.length > longest.length ? other : longest));
      const fields = place.slice(name.length + 1).split('.');
      return String(fields.reduce((value: Json, field) => value?.[field], this.answers.get(name)));
    });
  }

  private async toRequest({
    as,
    headers: given,
    body,
    upload,
    accept,
  }: Step): Promise<{ headers: Headers; body?: string | FormData }> {
    const headers = new Headers({ ...given, ...(accept && { accept }) });
    if (as) headers.set('authorization', `Bearer ${await this.tokenOf(as)}`);
    if (body === undefined) return { headers };
    const json = onThisMachine(this.filled(JSON.stringify(body)));
    if (!upload) {
      headers.set('content-type', 'application/json');
      return { headers, body: json };
    }
    const form = new FormData();
    form.append('request', new Blob([json], { type: 'application/json' }), 'request.json');
    form.append('file', await openAsBlob(join(ROOT, upload)), basename(upload));
    return { headers, body: form };
  }

  private async tokenOf(person: keyof typeof PEOPLE): Promise<string> {
    const token = this.tokens.get(person) ?? (await this.app.as(person, ...PEOPLE[person])).token!;
    this.tokens.set(person, token);
    return token;
  }
}

const METHODS = new Map(
  Object.values(DOCUMENT.paths).flatMap((item) =>
    Object.entries(item).map(([method, { operationId }]): [string, string] => [operationId, method.toUpperCase()]),
  ),
);
const FOLDER = pathToFileURL(PREDICTIONS).href;
const SHOWN_FOLDER = 'file:///data';
/** No token of a real secret stands in a document. */
const SHOWN_TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.c2lnbmF0dXJl';
const SHOWN_LINES = 8;

const onThisMachine = (text: string): string => text.replaceAll(SHOWN_FOLDER, FOLDER);

/** The answer as the document shows it: of long texts the beginning, and nothing of this machine. */
export function shown(body: Json): Json {
  if (typeof body === 'string')
    return body.startsWith('# HELP') ? body.split('\n').slice(0, SHOWN_LINES).join('\n') : body;
  const copy = JSON.parse(JSON.stringify(body).replaceAll(FOLDER, SHOWN_FOLDER));
  return 'token' in copy ? { ...copy, token: SHOWN_TOKEN } : copy;
}

export function methodOf(operation: string): string {
  return METHODS.get(operation)!;
}

const fileOf = (step: Step): string => join(EXAMPLES, 'answers', `${step.name}.json`);

export function readExample(step: Step): Json {
  return JSON.parse(readFileSync(fileOf(step), 'utf8'));
}

export function writeExample(step: Step, body: Json): void {
  writeFileSync(fileOf(step), `${JSON.stringify(shown(body), null, 2)}\n`);
}

/** Where two values differ in shape: fields, types, whether a list is empty; a null may stand for anything. */
export function shapeFaults(example: Json, answer: Json, at = ''): string[] {
  if (example === null || answer === null) return [];
  const kinds = [example, answer].map((value) => (Array.isArray(value) ? 'list' : typeof value));
  if (kinds[0] !== kinds[1]) return [`${at} is ${kinds[1]}, the example has ${kinds[0]}`];
  if (Array.isArray(example)) {
    if (example.length === 0 || answer.length === 0)
      return example.length === answer.length
        ? []
        : [`${at} has ${answer.length} items, the example ${example.length}`];
    return shapeFaults(example[0], answer[0], `${at}/0`);
  }
  if (typeof example !== 'object') return [];
  const names = [...new Set([...Object.keys(example), ...Object.keys(answer)])];
  return names.flatMap((name) =>
    name in example && name in answer
      ? shapeFaults(example[name], answer[name], `${at}/${name}`)
      : [`${at}/${name} is only in the ${name in example ? 'example' : 'answer'}`],
  );
}
