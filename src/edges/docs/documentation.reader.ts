import { readFileSync } from 'node:fs';
import { problemKinds } from '../../platform/http/problem.js';
import { problemType, type ProblemResponse } from '../../platform/http/problem.dto.js';
import { asyncapiFile, openapiFile, packageManifest, swaggerUiFile } from '../../platform/package-files.js';
import { wantsHtml } from './negotiation.js';
import { FAVICON, START_SCRIPT, STYLES } from './page-assets.js';
import { PAGE_POLICY, type ProblemPage, problemPage, problemsPage, REFERENCE_PAGE } from './pages.js';
import { type ProblemGuide } from './problem-guide.js';
import { PROBLEM_GUIDES } from './problem-guides.js';
import { Published } from './published.writer.js';

const JAVASCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SVG = 'image/svg+xml';
/** For files of a package, which change with a release alone. */
const A_DAY = { 'Cache-Control': 'public, max-age=86400' };

/** What is served as it is: where, and how it is made, once. */
const FILES = new Map<string, () => Published>([
  ['/openapi.json', () => new Published('application/json; charset=utf-8', readFileSync(openapiFile('openapi.json')))],
  ['/openapi.yaml', () => new Published('application/yaml; charset=utf-8', readFileSync(openapiFile('openapi.yaml')))],
  ['/asyncapi.json', () => new Published('application/json; charset=utf-8', readFileSync(asyncapiFile()))],
  // For generators that read OpenAPI 3.0 alone.
  [
    '/openapi-3.0.json',
    () => new Published('application/json; charset=utf-8', readFileSync(openapiFile('openapi-3.0.json'))),
  ],
  // Browsers ask for it by this name where a page names none.
  ['/favicon.ico', () => new Published(SVG, FAVICON, A_DAY)],
  ['/docs', () => page(REFERENCE_PAGE)],
  ['/docs/favicon.svg', () => new Published(SVG, FAVICON, A_DAY)],
  ['/docs/start.js', () => new Published(JAVASCRIPT, START_SCRIPT)],
  ['/docs/style.css', () => new Published(CSS, STYLES)],
  ['/docs/swagger-ui.css', () => new Published(CSS, readFileSync(swaggerUiFile('swagger-ui.css')), A_DAY)],
  [
    '/docs/swagger-ui-bundle.js',
    () => new Published(JAVASCRIPT, readFileSync(swaggerUiFile('swagger-ui-bundle.js')), A_DAY),
  ],
]);

export const FILE_PATHS: readonly string[] = [...FILES.keys()];

/** Links for programs that ask at the address of the service. */
const START = {
  name: 'Stagegate',
  description: 'A model registry with promotion gates',
  version: packageManifest().version,
  links: {
    api: '/api/v1',
    console: '/console/',
    documentation: '/docs',
    openapi: '/openapi.json',
    asyncapi: '/asyncapi.json',
    problems: '/docs/problems',
    live: '/livez',
    ready: '/readyz',
    metrics: '/metrics',
  },
};

const EXAMPLE_REQUEST_ID = '8a1f5c0e-6d2b-4b7e-9f63-2c1d0e5a7b94';

/** Everything the documentation serves; made when it is first asked for, and kept. */
export class Documentation {
  private readonly made = new Map<string, Published>();

  /** One of FILE_PATHS. */
  file(path: string): Published {
    return this.once(path, FILES.get(path)!);
  }

  /** Links for programs. */
  start(): Published {
    return this.once('start.json', () => json(START));
  }

  /** Pages, unless JSON is asked for. */
  problems(accept: string | undefined): Published {
    const listed = [...problemKinds()].sort(([a], [b]) => (a < b ? -1 : 1));
    const problems = listed.map(([code, kind]) => ({ code, ...kind, page: problemType(code) }));
    if (wantsHtml(accept, true)) return this.once('problems', () => page(problemsPage(problems)));
    return this.once('problems.json', () => json({ problems }));
  }

  /** Undefined when there is no problem of this code. */
  problem(code: string, accept: string | undefined): Published | undefined {
    const kind = problemKinds().get(code);
    const guide = PROBLEM_GUIDES[code];
    if (kind === undefined || guide === undefined) return undefined;
    const problem = problemPageOf(code, kind, guide);
    if (wantsHtml(accept, true)) return this.once(`${code}.html`, () => page(problemPage(problem)));
    return this.once(`${code}.json`, () => json(problem));
  }

  private once(name: string, make: () => Published): Published {
    const found = this.made.get(name) ?? make();
    this.made.set(name, found);
    return found;
  }
}

function page(html: string): Published {
  return new Published('text/html; charset=utf-8', html, { 'Content-Security-Policy': PAGE_POLICY });
}

function json(content: object): Published {
  return new Published('application/json; charset=utf-8', JSON.stringify(content));
}

function problemPageOf(
  code: string,
  { status, title }: { status: number; title: string },
  { cause, remedy, detail, instance, related }: ProblemGuide,
): ProblemPage {
  const type = problemType(code);
  const example: ProblemResponse = { type, title, status, detail, instance, code, requestId: EXAMPLE_REQUEST_ID };
  return { code, status, title, cause, remedy, related: related.map(problemType), example };
}
