import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformFile } from '@swc/core';

/**
 * Lets a child process of the tests run the sources themselves (`node --import …`), so that no spec depends on a build
 * that may be older than the code. Node loads these hooks in a thread of their own, hence the question.
 */
if (isMainThread) register(import.meta.url);

/** Sources import each other by the name of the emitted file. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const path = url.split('?', 1)[0];
  if (!path.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(path), { root: new URL('../..', import.meta.url).pathname });
  return { format: 'module', source: code, shortCircuit: true };
}
