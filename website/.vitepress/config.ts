import { statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitepress';

const page = (text: string, link: string) => ({ text, link });

const REPOSITORY = join(import.meta.dirname, '..', '..');

/** Files that pages link to and that are no pages themselves; the site carries them as they are. */
const rawFiles = new Set<string>();

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

/** Keeps links to raw files as they are written, and those to the README on the first page of the site. */
function leadOn(link: Link, from: string): void {
  const href = link.attrGet('href') ?? '';
  if (/^([a-z]+:|#|\/)/i.test(href)) return;
  const target = join(dirname(from), decodeURIComponent(href.split('#')[0]!));
  if (target === 'README.md') link.attrSet('href', href.replace('README.md', 'index.md'));
  if (target.endsWith('.md') || !statSync(join(REPOSITORY, target), { throwIfNoEntry: false })?.isFile()) return;
  rawFiles.add(target);
  link.attrSet('target', '_self');
}

/** Names a heading as GitHub does, so that a link to it works in the repository and on the site. */
function anchorOf(heading: string): string {
  const text = heading.trim().toLowerCase();
  return text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
}

export default defineConfig({
  title: 'Stagegate',
  description: 'A model registry whose unit of work is the promotion decision',
  lang: 'en',
  srcDir: '..',
  srcExclude: ['**/node_modules/**', '**/.*/**', 'clients/*/*/**', 'website/**', 'test/**', 'dist/**', 'coverage/**'],
  outDir: 'dist',
  cacheDir: '.cache',
  rewrites: { 'README.md': 'index.md' },
  vite: { resolve: { alias } },
  markdown: {
    anchor: { slugify: anchorOf },
    config: (md) => {
      const fence = md.renderer.rules.fence!;
      md.renderer.rules.fence = (...block) => {
        const { info, content } = block[0][block[1]]!;
        return info.trim() === 'mermaid' ? `<Diagram text="${encodeURIComponent(content)}" />` : fence(...block);
      };
      md.core.ruler.push('links-of-the-repository', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          if (token.type === 'link_open') leadOn(token, env.relativePath);
        }
      });
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      page('Quick start', '/docs/quick-start'),
      page('Policies', '/docs/policies'),
      page('API', '/docs/api'),
      page('Operations', '/docs/operations'),
    ],
    sidebar: [
      {
        text: 'Start',
        items: [page('About', '/'), page('Quick start', '/docs/quick-start'), page('Concepts', '/docs/concepts')],
      },
      {
        text: 'Gates',
        items: [page('Policies cookbook', '/docs/policies'), page('Examples', '/examples/README')],
      },
      {
        text: 'Use',
        items: [page('API guide', '/docs/api'), page('Command line', '/docs/cli'), page('Clients', '/docs/clients')],
      },
      {
        text: 'Run',
        items: [page('Operations', '/docs/operations'), page('Containers', '/docs/DOCKER')],
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
