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

export default defineConfig({
  base: '/console/',
  plugins: [react(), themeFirst()],
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
