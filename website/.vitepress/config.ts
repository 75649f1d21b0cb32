import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'vitepress';

const page = (text: string, link: string) => ({ text, link });

/** Files that pages link to and that are no pages themselves; the site carries them as they are. */
const RAW = ['LICENSE', 'Dockerfile', 'compose.yaml', 'openapi', 'examples'];

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
  const target = join('/', dirname(from), href.split('#')[0]!);
  if (RAW.includes(target.slice(1)) || basename(target) === 'LICENSE') link.attrSet('target', '_self');
  if (target === '/README.md') link.attrSet('href', href.replace('README.md', 'index.md'));
}

export default defineConfig({
  title: 'Stagegate',
  description: 'A model registry whose unit of work is the promotion decision',
  lang: 'en',
  srcDir: '..',
  srcExclude: ['**/node_modules/**', '**/.*/**', 'clients/**', 'website/**', 'test/**', 'dist/**', 'coverage/**'],
  outDir: 'dist',
  cacheDir: '.cache',
  rewrites: { 'README.md': 'index.md' },
  vite: { resolve: { alias } },
  markdown: {
    config: (md) => {
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
        items: [page('API guide', '/docs/api')],
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
    for (const name of RAW) await cp(join(srcDir, name), join(outDir, name), { recursive: true });
  },
});
