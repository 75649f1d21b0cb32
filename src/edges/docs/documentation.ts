import { readFileSync } from 'node:fs';
import { problemKinds } from '../../platform/http/problem.js';
import { problemType } from '../../platform/http/problem.dto.js';
import { openapiFile, packageVersion, swaggerUiFile } from '../../platform/package-files.js';
import { wantsHtml } from './negotiation.js';
import { FAVICON, START_SCRIPT, STYLES } from './page-assets.js';
import { problemPage, problemsPage, REFERENCE_PAGE, startPage } from './pages.js';
import { PROBLEM_GUIDES } from './problem-guides.js';
import { problemPageOf } from './problem-page.js';
import { Published, REVALIDATED } from './published.js';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
/** For files of a package, which change with a release alone. */
const A_DAY = 'public, max-age=86400';

/** What is served as it is: how it is made, once, and how it may be kept. */
const FILES = {
  'openapi.json': () => new Published(JSON_TYPE, readFileSync(openapiFile('json'))),
  'openapi.yaml': () => new Published('application/yaml; charset=utf-8', readFileSync(openapiFile('yaml'))),
  'favicon.svg': () => new Published('image/svg+xml', FAVICON, A_DAY),
  reference: () => new Published(HTML, REFERENCE_PAGE),
  'start.js': () => new Published(JAVASCRIPT, START_SCRIPT),
  'style.css': () => new Published(CSS, STYLES),
  'swagger-ui.css': () => new Published(CSS, readFileSync(swaggerUiFile('swagger-ui.css')), A_DAY),
  'swagger-ui-bundle.js': () => new Published(JAVASCRIPT, readFileSync(swaggerUiFile('swagger-ui-bundle.js')), A_DAY),
};

/** Links for programs that ask at the address of the service. */
const START = {
  name: 'Stagegate',
  description: 'A model registry with promotion gates',
  version: packageVersion(),
  links: {
    api: '/api/v1',
    documentation: '/docs',
    openapi: '/openapi.json',
    problems: '/docs/problems',
    live: '/livez',
    ready: '/readyz',
    metrics: '/metrics',
  },
};

/** Everything the documentation serves; made when it is first asked for, and kept. */
export class Documentation {
  private readonly made = new Map<string, Published>();

  file(name: keyof typeof FILES): Published {
    return this.once(name, FILES[name]);
  }

  /** Browsers ask for HTML; who asks for anything is a program. */
  start(accept: string | undefined): Published {
    if (wantsHtml(accept, false)) return this.once('start', () => new Published(HTML, startPage(START.version)));
    return this.once('start.json', () => toJson(START));
  }

  /** Pages, unless JSON is asked for. */
  problems(accept: string | undefined): Published {
    const listed = [...problemKinds()].sort(([a], [b]) => (a < b ? -1 : 1));
    const problems = listed.map(([code, kind]) => ({ code, ...kind, page: problemType(code) }));
    if (wantsHtml(accept, true)) return this.once('problems', () => new Published(HTML, problemsPage(problems)));
    return this.once('problems.json', () => toJson({ problems }));
  }

  /** Undefined when there is no problem of this code. */
  problem(code: string, accept: string | undefined): Published | undefined {
    const kind = problemKinds().get(code);
    const guide = PROBLEM_GUIDES[code];
    if (kind === undefined || guide === undefined) return undefined;
    const page = problemPageOf(code, kind, guide);
    if (wantsHtml(accept, true)) return this.once(`${code}.html`, () => new Published(HTML, problemPage(page)));
    return this.once(`${code}.json`, () => toJson(page));
  }

  private once(name: string, make: () => Published): Published {
    const found = this.made.get(name) ?? make();
    this.made.set(name, found);
    return found;
  }
}

function toJson(content: object): Published {
  return new Published(JSON_TYPE, JSON.stringify(content), REVALIDATED);
}
