import { readFileSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { defineConfig, postcssIsolateStyles } from 'vitepress';
import { API_DOCUMENT, operationsByTag } from './operations.js';

const page = (text: string, link: string) => ({ text, link });

const REPOSITORY = join(import.meta.dirname, '..', '..');

/** What the reference reads, and files that pages link to and that are no pages; the site carries them as they are. */
const rawFiles = new Set<string>([API_DOCUMENT]);

/** The pages lie above this folder, from where its packages would not be found. */
const { resolve } = createRequire(import.meta.url);
const alias = {
  'vue/server-renderer': resolve('vue/server-renderer'),
  vue: resolve('vue/dist/vue.runtime.esm-bundler.js'),
};

interface Link {
  attrGet(name: 'href'): string | null;
  attrSet(name: string, value: string): void;
}

/** Pages whose address on the site is another than their place in the repository. */
const MOVED: Record<string, string> = { 'README.md': 'index.md', 'docs/reference.md': 'reference/index.md' };

/** Keeps links to raw files as they are written, and leads those to a moved page to its address. */
function leadOn(link: Link, from: string): void {
  const href = link.attrGet('href') ?? '';
  if (/^([a-z]+:|#|\/)/i.test(href)) return;
  const target = join(dirname(from), decodeURIComponent(href.split('#')[0]!));
  const moved = MOVED[target];
  if (moved) link.attrSet('href', href.replace(/^[^#]+/, relative(dirname(from), moved)));
  if (target.endsWith('.md') || !statSync(join(REPOSITORY, target), { throwIfNoEntry: false })?.isFile()) return;
  rawFiles.add(target);
  link.attrSet('target', '_self');
}

/** Names a heading as GitHub does, so that a link to it works in the repository and on the site. */
function anchorOf(heading: string): string {
  const text = heading.trim().toLowerCase();
  return text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
}

/** Whether lines of a block are rows of a table, which must not wrap. */
function hasColumns(block: string): boolean {
  return block.split('\n').filter((line) => /\S {2,}\S.* {2,}\S/.test(line)).length > 2;
}

/** What the search knows of the reference: each operation by what it does and its path, with its place on the page. */
function searchableReference(): string {
  const heading = (level: number, text: string, anchor: string): string =>
    `<h${level}>${text} <a href="#${anchor}"></a></h${level}>`;
  return operationsByTag()
    .map(({ name, description, operations }) => {
      const found = operations.map(
        ({ anchor, call, summary }) => `${heading(3, `${summary} ${call}`, anchor)}${anchor}`,
      );
      return [heading(2, name, `/${name}`), description, ...found].join('\n');
    })
    .join('\n');
}

const { repository } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
  repository?: { url: string };
};

/** A page is edited at the host that package.json names; without one there is no link. */
const HOST = repository?.url.replace(/^git\+|\.git$/g, '');
const EDIT_LINK = HOST ? { pattern: `${HOST}/edit/main/:path`, text: 'Edit this page' } : undefined;

export default defineConfig({
  title: 'Stagegate',
  description: 'A model registry whose unit of work is the promotion decision',
  lang: 'en',
  srcDir: '..',
  srcExclude: ['**/node_modules/**', '**/.*/**', 'clients/*/*/**', 'website/**', 'test/**', 'dist/**', 'coverage/**'],
  outDir: 'dist',
  cacheDir: '.cache',
  rewrites: MOVED,
  vite: {
    resolve: { alias },
    // What the theme says of text is not for Swagger UI, whose element is called `vp-raw`.
    css: { postcss: { plugins: [postcssIsolateStyles({ includeFiles: [/base\.css/, /vp-doc\.css/] })] } },
  },
  markdown: {
    anchor: { slugify: anchorOf },
    config: (md) => {
      const fence = md.renderer.rules.fence!;
      md.renderer.rules.fence = (...block) => {
        const { info, content } = block[0][block[1]]!;
        if (info.trim() === 'mermaid') return `<Diagram text="${encodeURIComponent(content)}" />`;
        return hasColumns(content) ? `<div class="columns">${fence(...block)}</div>` : fence(...block);
      };
      md.core.ruler.push('links-of-the-repository', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          if (token.type === 'link_open') leadOn(token, env.relativePath);
        }
      });
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        _render: (source, env, md) => {
          const page = md.render(source, env);
          return env.relativePath === 'docs/reference.md' ? page + searchableReference() : page;
        },
      },
    },
    outline: [2, 3],
    editLink: EDIT_LINK,
    nav: [
      page('Quick start', '/docs/quick-start'),
      page('Guides', '/docs/guides/notebook'),
      page('Policies', '/docs/policies'),
      page('API', '/docs/api'),
      page('Operations', '/docs/operations'),
      page('Backup and restore', '/docs/backups'),
      page('Kubernetes', '/docs/kubernetes'),
    ],
    sidebar: [
      {
        text: 'Start',
        items: [
          page('About', '/'),
          page('Quick start', '/docs/quick-start'),
          page('Concepts', '/docs/concepts'),
          page('How it differs', '/docs/comparison'),
          page('Questions and answers', '/docs/faq'),
          page('Roles and rights', '/docs/roles'),
          page('Glossary', '/docs/glossary'),
        ],
      },
      {
        text: 'Guides',
        items: [
          page('From a notebook', '/docs/guides/notebook'),
          page('Coming from MLflow', '/docs/guides/coming-from-mlflow'),
          page('My first policy', '/docs/guides/first-policy'),
          page('For approvers', '/docs/guides/approver'),
          page('Questions of an auditor', '/docs/guides/auditor'),
          page('Proofs of the record', '/docs/audit-proofs'),
          page('Threat model', '/docs/threat-model'),
          page('For platform engineers', '/docs/guides/platform'),
        ],
      },
      {
        text: 'Gates',
        items: [
          page('How gates judge', '/docs/gates'),
          page('Approvals and waivers', '/docs/approvals'),
          page('Metrics', '/docs/metrics'),
          page('Policies cookbook', '/docs/policies'),
          page('Freezes, holds and emergencies', '/docs/freezes-holds-and-emergencies'),
          page('Examples', '/examples/README'),
        ],
      },
      {
        text: 'Use',
        items: [
          page('API guide', '/docs/api'),
          page('Searching', '/docs/searching'),
          page('Events and webhooks', '/docs/events'),
          page('Kafka', '/docs/kafka'),
          page('API reference', '/reference/'),
          page('Command line', '/docs/cli'),
          page('Clients', '/docs/clients'),
          page('Gates in CI', '/docs/ci'),
          page('MLflow', '/docs/mlflow'),
        ],
      },
      {
        text: 'Run',
        items: [
          page('Operations', '/docs/operations'),
          page('Observability', '/docs/observability'),
          page('Runbook', '/docs/runbook'),
          page('Backup and restore', '/docs/backups'),
          page('Retention and archive', '/docs/retention'),
          page('Sizing', '/docs/sizing'),
          page('Tuning', '/docs/tuning'),
          page('Disaster drills', '/docs/drills'),
          page('Kubernetes', '/docs/kubernetes'),
          page('Configuration', '/docs/configuration'),
          page('Identity and sign-in', '/docs/identity'),
          page('Database roles', '/docs/database-roles'),
          page('Upgrading', '/docs/upgrading'),
          page('Security', '/SECURITY'),
          page('Audit events', '/docs/audit-events'),
          page('Containers', '/docs/DOCKER'),
        ],
      },
      {
        text: 'Inside',
        items: [
          page('Architecture', '/docs/ARCHITECTURE'),
          page('Decisions', '/docs/adr/README'),
          page('Benchmarks', '/docs/benchmarks'),
          page('Contributing', '/CONTRIBUTING'),
          page('Changelog', '/CHANGELOG'),
        ],
      },
    ],
  },
  async buildEnd({ srcDir, outDir }) {
    for (const file of rawFiles) await cp(join(srcDir, file), join(outDir, file));
  },
});
