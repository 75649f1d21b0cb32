import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-files.js';
import { type Operation } from './operations.js';

/** A request of `openapi/examples/story.json`; a test sends it and holds the kept answer to what comes. */
interface Step {
  /** The operation, and after a dot which of its examples. */
  name: string;
  operation: string;
  body?: unknown;
  upload?: string;
  accept?: string;
  status: number;
}

type Media = { examples?: Record<string, { value: unknown }> };
type Contents = Record<string, Media> | undefined;

const FOLDER = join(packageRoot(), 'openapi', 'examples');
const FORM = 'multipart/form-data';
const NO_CONTENT = 204;
/** What was refused is no example of what to send. */
const REFUSED = 400;

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

export function readStory(): Step[] {
  return read('story.json') as Step[];
}

/** Adds to an operation the requests and answers that the story tells of it. */
export function addExamples(operation: Operation, story: readonly Step[]): void {
  for (const step of story.filter((each) => each.operation === operation.operationId)) {
    const [, title = 'example'] = /^[^.]+\.(.+)$/.exec(step.name) ?? [];
    const requests = (operation.requestBody as { content?: Contents } | undefined)?.content;
    if (step.body !== undefined && step.status < REFUSED) {
      const forms = Object.entries(requests ?? {}).filter(([type]) => (type === FORM) === (step.upload !== undefined));
      for (const [, media] of forms) give(media, title, sent(step));
    }
    const response = operation.responses[step.status] as { content?: Contents } | undefined;
    if (!response) throw new Error(`${step.name} answers ${step.status}, which ${step.operation} does not document.`);
    if (step.status === NO_CONTENT) continue;
    const media = response.content?.[step.accept ?? Object.keys(response.content)[0] ?? ''];
    give(media, title, read(`answers/${step.name}.json`));
  }
}

function sent({ body, upload }: Step): unknown {
  return upload ? { request: JSON.stringify(body), file: `the bytes of ${upload}` } : body;
}

function give(media: Media | undefined, title: string, value: unknown): void {
  if (!media) return;
  media.examples = { ...media.examples, [title]: { value } };
}
