import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes one file of the translated modules of the command line, of the client, and of the packages that every command
 * needs, because finding and reading a hundred files takes longer than what most commands do. Packages that few commands
 * need stay outside.
 */
const ROOT = import.meta.dirname;
const DIST = join(ROOT, 'dist');
const ALWAYS_NEEDED = new Set(['@stagegate/client', 'commander', 'fast-string-width']);
/** The client that operations use when they are given none; every command brings its own, and making it takes time. */
const UNUSED = /generated[/\\]client\.gen\.js$/;
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const { metafile, outputFiles } = await build({
  entryPoints: { stagegate: join(DIST, 'main.js') },
  outdir: DIST,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Packages in the older form ask for parts of the platform by it.
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  inject: [join(DIST, 'plain-fetch.js')],
  plugins: [
    {
      name: 'without-the-unused-client',
      setup: ({ onLoad }) => onLoad({ filter: UNUSED }, () => ({ contents: 'export const client = undefined;' })),
    },
  ],
  external: Object.keys(dependencies).filter((name) => !ALWAYS_NEEDED.has(name)),
  metafile: true,
  write: false,
  logLevel: 'warning',
});

/** What is as it was stays untouched, since a command may be reading it just now. */
const chunks = join(DIST, 'chunks');
mkdirSync(chunks, { recursive: true });
const made = new Set(outputFiles.map(({ path }) => basename(path)));
for (const name of readdirSync(chunks)) if (!made.has(name)) rmSync(join(chunks, name));
for (const { path, contents } of outputFiles)
  if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents);

/** What others wrote keeps its licence, beside the file that it is in. */
const folders = new Set(Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/[^/]+/.exec(file) ?? []));
const licences = [...folders].sort().map((folder) => {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no file of its licence.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});
writeFileSync(join(DIST, 'LICENSES.txt'), licences.join('\n\n'));
