import { type Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config.js';
import {
  predictionsEmpty,
  predictionsTooLarge,
  schemeUnsupported,
  sourceForbidden,
  sourceMissing,
} from '../predictions.problems.js';

/** Files that a request may name: those in the configured folders, wherever links and dots lead. */
@Injectable()
export class SourceRoots {
  constructor(private readonly config: Config) {}

  /** The real path of a `file:` URL and its size, or a refusal. Nothing outside of the folders is even looked at. */
  async resolve(uri: string): Promise<{ path: string; bytes: number }> {
    const named = pathOf(uri);
    const { roots, fileBytes } = this.config.predictions;
    if (!roots.some((root) => isInside(named, root))) throw sourceForbidden(roots.length > 0);
    const path = await orMissing(realpath(named));
    const real = await Promise.all(roots.map((root) => realpath(root).catch(() => null)));
    if (!real.some((root) => root !== null && isInside(path, root))) throw sourceForbidden(true);
    const file: Stats = await orMissing(stat(path));
    if (!file.isFile()) throw sourceForbidden(true);
    if (file.size > fileBytes) throw predictionsTooLarge(fileBytes);
    if (file.size === 0) throw predictionsEmpty();
    return { path, bytes: file.size };
  }
}

function pathOf(uri: string): string {
  if (!/^file:/i.test(uri)) throw schemeUnsupported(uri);
  let path: string | null = null;
  try {
    path = fileURLToPath(uri);
  } catch {
    // Of another kind, as one with an encoded slash is; one with an encoded NUL is let through, and names no file.
  }
  if (path === null || path.includes('\0')) throw schemeUnsupported(uri);
  return resolve(path);
}

function isInside(path: string, root: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

function orMissing<Value>(found: Promise<Value>): Promise<Value> {
  return found.catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG'].includes(error.code ?? '')) throw sourceMissing();
    throw error;
  });
}
