import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run console:dev` finds the service. */
const SERVICE = process.env.STAGEGATE_URL ?? 'http://127.0.0.1:3000';

/** The theme is set before anything is painted, so by a script of its own that is not deferred, as modules are. */
function themeFirst() {
  const source = () => readFileSync(join(import.meta.dirname, 'src', 'theme-first.js'), 'utf8');
  let name = null;
  return {
    name: 'theme-first',
    buildStart() {
      if (this.meta.watchMode) return;
      const reference = this.emitFile({ type: 'asset', name: 'theme.js', source: source() });
      name = () => this.getFileName(reference);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, context) => {
        const src = context.server ? '/console/src/theme-first.js' : `/console/${name()}`;
        return [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }];
      },
    },
  };
}

const API_DOCUMENT = join(import.meta.dirname, '..', 'openapi', 'openapi.json');

/** The schemas of a policy alone: the editor completes by them, and the rest of the API document stays behind. */
function policySchemas(schemas) {
  const needed = {};
  const take = (name) => {
    if (name in needed) return;
    needed[name] = schemas[name];
    for (const [, other] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g)) take(other);
  };
  take('GatePolicyDocument');
  return `export const schemas = JSON.parse(${JSON.stringify(JSON.stringify(needed))});`;
}

/** What the console takes from the API document when it is built, by the module it is imported as. */
const FROM_DOCUMENT = {
  'virtual:policy-schema': policySchemas,
  'virtual:api-sets': ({ ModelConditionCode, Permission }) =>
    `export const modelConditions = ${JSON.stringify(ModelConditionCode.enum)};
     export const permissions = ${JSON.stringify(Permission.enum)};`,
};

function apiDocument() {
  return {
    name: 'api-document',
    resolveId: (id) => (id in FROM_DOCUMENT ? `\0${id}` : null),
    load(id) {
      const write = FROM_DOCUMENT[id.slice(1)];
      if (!id.startsWith('\0') || !write) return null;
      this.addWatchFile(API_DOCUMENT);
      return write(JSON.parse(readFileSync(API_DOCUMENT, 'utf8')).components.schemas);
    },
  };
}

export default defineConfig({
  base: '/console/',
  plugins: [react(), themeFirst(), apiDocument()],
  resolve: {
    alias: { '@stagegate/client': join(import.meta.dirname, '..', 'clients', 'typescript', 'src', 'index.ts') },
  },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:5]' } },
  server: { port: 5173, proxy: { '/api': { target: SERVICE, changeOrigin: true } } },
});
