import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
/**
 * What stands for the previous release until there is one: the last commit whose schema later migrations only added to, as
 * `FIRST_HELD` of expand-migrations.db-spec.ts says. With the first tag nothing asks for it any more.
 */
const BEFORE_ANY_RELEASE = '51b9c8f67b4e262d6e0da2149c45db709710e93d';
const RELEASE_TAG = /^v\d+\.\d+\.\d+$/;

const run = promisify(execFile);

async function git(...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: ROOT, encoding: 'utf8' })).stdout.trim();
}

/** A program of the past that is built and can be started. */
export interface BuiltRelease {
  /** Its tag, or that it is a commit from before any. */
  name: string;
  /** The program of the service. */
  main: string;
  remove(): void;
}

/** The newest release that this one follows, built from its source. @throws where there is no history to take it from */
export async function builtPreviousRelease(): Promise<BuiltRelease> {
  const commit = await previousRelease();
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-previous-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await unpack(commit, folder);
    if (holdsPackagesOf(folder)) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    else await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, shell: process.platform === 'win32' });
    // Nobody looks at its pages, and they take longer to build than the service.
    rmSync(join(folder, 'console'), { recursive: true, force: true });
    await run(process.execPath, [join(folder, 'tools', 'build.js')], { cwd: folder });
  } catch (error) {
    remove();
    throw error;
  }
  return { name: commit, main: join(folder, 'dist', 'src', 'main.js'), remove };
}

/** The highest tag of a release behind this commit, or the commit that stands for it. */
export async function previousRelease(): Promise<string> {
  const isShallow = await git('rev-parse', '--is-shallow-repository').catch(() => {
    throw new Error('The previous release is built from the history: this needs git, and a clone of the repository.');
  });
  if (isShallow === 'true')
    throw new Error(
      'The previous release is built from the history, and this clone is shallow: git fetch --unshallow --tags',
    );
  const tags = await git('tag', '--merged', 'HEAD', '--no-contains', 'HEAD', '--sort=-version:refname', '--list', 'v*');
  const released = tags.split('\n').find((tag) => RELEASE_TAG.test(tag));
  if (released !== undefined) return released;
  await git('merge-base', '--is-ancestor', BEFORE_ANY_RELEASE, 'HEAD').catch(() => {
    throw new Error(
      `There is no tag of a release, and ${BEFORE_ANY_RELEASE}, which stands for one, is not in the history.`,
    );
  });
  return BEFORE_ANY_RELEASE;
}

async function unpack(commit: string, folder: string): Promise<void> {
  const archive = join(folder, 'source.tar');
  await git('archive', '--format=tar', `--output=${archive}`, commit);
  await run('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
}

/** Whether each package that it was locked to is installed here in the same version. */
function holdsPackagesOf(folder: string): boolean {
  const [wanted, held] = [folder, ROOT].map((root) => lockedIn(join(root, 'package-lock.json')));
  return existsSync(join(ROOT, 'node_modules')) && [...wanted!].every(([path, digest]) => held!.get(path) === digest);
}

/** Packages of registries by their place; what is linked belongs to the sources. */
function lockedIn(file: string): Map<string, string> {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { integrity?: string }> };
  return new Map(Object.entries(packages).flatMap(([path, { integrity }]) => (integrity ? [[path, integrity]] : [])));
}
